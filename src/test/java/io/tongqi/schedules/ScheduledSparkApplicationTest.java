package io.tongqi.schedules;

import static io.tongqi.schedules.Manifest.has;
import static io.tongqi.schedules.Manifest.hasFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubernetes.client.openapi.models.V1EnvVar;
import io.kubernetes.client.openapi.models.V1ObjectMeta;
import io.kubernetes.client.openapi.models.V1Volume;
import io.tongqi.Main;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The ScheduledSparkApplication. The operator's own schema belongs to another project and comes in
 * no package, so this test does not validate by it: the fields of the operator and their values are
 * asserted one by one, and those of Kubernetes (volumes, variables, security) read by the model of
 * the Kubernetes client for Java.
 */
class ScheduledSparkApplicationTest {
  private static final String FILE = "kubernetes/scheduled-spark-application.yaml";

  @Test
  void shouldRunOneNightAtATime() throws Exception {
    check(Schedule.text(FILE));
  }

  @ParameterizedTest
  @CsvSource({
    "v1beta2, v1beta1, v1beta1",
    "kind: Scheduled, kind: Planned, PlannedSparkApplication",
    "concurrencyPolicy: Forbid, concurrencyPolicy: Allow, Allow",
    "successfulRunHistoryLimit, successfulRunsHistoryLimit, successfulRunsHistoryLimit",
    "30 2 * * *, 30 2 * * 8, 8",
    "timeZone: Asia/Shanghai, timeZone: Asia/Foshan, Asia/Foshan",
    "type: Java, type: Python, Python",
    "mode: cluster, mode: client, client",
    "sparkVersion: 4.2.0, sparkVersion: 4.2, '4.2'",
    "mainClass: io.tongqi.Main, mainClass: io.tongqi.Mein, io.tongqi.Mein",
    "mainClass, mainclass, mainclass",
    "local:///opt, /opt, mainApplicationFile",
    "'[nightly, --conf', '[--conf', arguments",
    "type: Never, type: OnFailure, OnFailure",
    "cores: 2, cores: two, cores",
    "instances: 2, instances: 0, instances",
    "memory: 4g, memory: 4, memory",
    "memoryOverhead, overheadMemory, overheadMemory",
    "name: TONGQI_WAREHOUSE, name: TONGQI_WAREHOUSES, TONGQI_WAREHOUSES",
    "runAsNonRoot, runAsNotRoot, runAsNotRoot",
    "runAsNonRoot: true, runAsNonRoot: false, runAsNonRoot",
    "allowPrivilegeEscalation, allowEscalation, allowEscalation",
    "claimName, name, V1PersistentVolumeClaimVolumeSource",
    "'    - name: spark-local-dir-1', '    - name: scratch', spark-local-dir-1"
  })
  void shouldRefuseABrokenCopy(String sound, String wrong, String said) {
    String broken = Schedule.broken(FILE, sound, wrong);

    assertThatThrownBy(() -> check(broken)).hasMessageContaining(said);
  }

  private static void check(String text) throws Exception {
    JsonNode manifest = Manifest.content(text);
    hasFields(manifest, "apiVersion", "kind", "metadata", "spec");
    has(manifest, "apiVersion", "sparkoperator.k8s.io/v1beta2");
    has(manifest, "kind", "ScheduledSparkApplication");
    assertThat(Manifest.read(manifest.path("metadata"), V1ObjectMeta.class).getName()).isNotBlank();
    JsonNode night = manifest.path("spec");
    hasFields(
        night,
        "schedule",
        "timeZone",
        "concurrencyPolicy",
        "successfulRunHistoryLimit",
        "failedRunHistoryLimit",
        "template");
    CronExpression.check(night.path("schedule").asText());
    has(night, "schedule", Schedule.TIME);
    assertThat(ZoneId.of(night.path("timeZone").asText())).isEqualTo(ZoneId.of("Asia/Shanghai"));
    has(night, "concurrencyPolicy", "Forbid");
    checkApplication(night.path("template"));
  }

  private static void checkApplication(JsonNode application) {
    hasFields(
        application,
        "type",
        "mode",
        "sparkVersion",
        "image",
        "mainClass",
        "mainApplicationFile",
        "arguments",
        "restartPolicy",
        "volumes",
        "driver",
        "executor");
    has(application, "type", "Java");
    has(application, "mode", "cluster");
    has(application, "sparkVersion", "4.2.0");
    has(application, "mainClass", Main.class.getName());
    has(application, "mainApplicationFile", "local:///opt/tongqi/target/tongqi/tongqi.jar");
    assertThat(application.path("arguments").valueStream().map(JsonNode::asText))
        .as("arguments")
        .containsExactly("nightly", "--conf", "/etc/tongqi/tongqi.yaml");
    hasFields(application.path("restartPolicy"), "type");
    has(application.path("restartPolicy"), "type", "Never");
    List<V1Volume> volumes = Manifest.readAll(application.path("volumes"), V1Volume.class);
    checkDriver(new SparkPod(application.path("driver"), volumes));
    checkExecutor(new SparkPod(application.path("executor"), volumes));
  }

  private static void checkDriver(SparkPod driver) {
    hasFields(
        driver.content(),
        "cores",
        "memory",
        "memoryOverhead",
        "serviceAccount",
        "env",
        "podSecurityContext",
        "securityContext",
        "volumeMounts");
    assertThat(Manifest.readAll(driver.content().path("env"), V1EnvVar.class))
        .extracting(V1EnvVar::getName, V1EnvVar::getValue)
        .containsExactly(tuple("TONGQI_WAREHOUSE", "file://" + Schedule.WAREHOUSE));
    driver.check();
    assertThat(driver.mounts().volumeAt("/etc/tongqi").getConfigMap()).isNotNull();
  }

  private static void checkExecutor(SparkPod executor) {
    hasFields(
        executor.content(),
        "instances",
        "cores",
        "memory",
        "memoryOverhead",
        "podSecurityContext",
        "securityContext",
        "volumeMounts");
    assertThat(executor.content().path("instances").asInt()).as("instances").isPositive();
    executor.check();
  }
}
