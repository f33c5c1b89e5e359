package io.tongqi.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.kubernetes.client.openapi.models.V1Container;
import io.kubernetes.client.openapi.models.V1CronJob;
import io.kubernetes.client.openapi.models.V1CronJobSpec;
import io.kubernetes.client.openapi.models.V1EnvVar;
import io.kubernetes.client.openapi.models.V1JobSpec;
import io.kubernetes.client.openapi.models.V1PodFailurePolicyRule;
import io.kubernetes.client.openapi.models.V1PodSpec;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The CronJob, by the model of the Kubernetes client for Java: it knows each field and which are
 * required, but not the words that a field may hold, which are asserted here.
 */
class CronJobTest {
  private static final String FILE = "kubernetes/cronjob.yaml";

  @Test
  void shouldRunOneNightAtATimeAndTryAgainOnlyWhenAsked() throws Exception {
    check(Schedule.text(FILE));
  }

  @ParameterizedTest
  @CsvSource({
    "concurrencyPolicy, concurencyPolicy, concurencyPolicy",
    "readOnlyRootFilesystem, readOnlyRootFileSystem, readOnlyRootFileSystem",
    "onExitCodes, onExitCode, onExitCode",
    "claimName, name, V1PersistentVolumeClaimVolumeSource",
    "- name: nightly, - title: nightly, title",
    "backoffLimit: 6, backoffLimit: six, six",
    "runAsUser: 10001, runAsUser: tongqi, tongqi",
    "apiVersion: batch/v1, apiVersion: batch/v1beta1, batch/v1beta1",
    "kind: CronJob, kind: Job, Job",
    "concurrencyPolicy: Forbid, concurrencyPolicy: Allow, Allow",
    "30 2 * * *, 30 2 * * 8, 8",
    "timeZone: Asia/Shanghai, timeZone: Asia/Foshan, Asia/Foshan",
    "restartPolicy: Never, restartPolicy: OnFailure, OnFailure",
    "operator: NotIn, operator: NotInn, NotInn",
    "values: [75], values: [3], '[3]'",
    "containerName: nightly, containerName: night, night",
    "runAsNonRoot: true, runAsNonRoot: false, runAsNonRoot",
    "readOnlyRootFilesystem: true, readOnlyRootFilesystem: false, readOnlyRootFilesystem",
    "mountPath: /tmp, mountPath: /var/tmp, /tmp",
    "'- name: temporary\n              emptyDir', '- name: temp\n              emptyDir', named temporary",
    "emptyDir: {}, hostPath: {path: /tmp}, emptyDir",
    "name: TONGQI_WAREHOUSE, name: TONGQI_WAREHOUSES, TONGQI_WAREHOUSE",
    "'    app.kubernetes.io/name: tongqi', '    labels: {}\n    labels: {}', Duplicate"
  })
  void shouldRefuseABrokenCopy(String sound, String wrong, String said) {
    String broken = Schedule.broken(FILE, sound, wrong);

    assertThatThrownBy(() -> check(broken)).hasMessageContaining(said);
  }

  private static void check(String text) throws Exception {
    V1CronJob manifest = Manifest.read(Manifest.content(text), V1CronJob.class);
    assertThat(manifest.getApiVersion()).isEqualTo("batch/v1");
    assertThat(manifest.getKind()).isEqualTo("CronJob");
    V1CronJobSpec night = manifest.getSpec();
    CronExpression.check(night.getSchedule());
    assertThat(night.getSchedule()).isEqualTo(Schedule.TIME);
    assertThat(ZoneId.of(night.getTimeZone())).isEqualTo(ZoneId.of("Asia/Shanghai"));
    assertThat(night.getConcurrencyPolicy()).isEqualTo("Forbid");
    V1JobSpec job = night.getJobTemplate().getSpec();
    assertThat(job.getBackoffLimit()).isPositive();
    assertThat(job.getPodFailurePolicy().getRules())
        .extracting(CronJobTest::said)
        .containsExactly(
            "Ignore DisruptionTarget", "Count nightly In [75]", "FailJob nightly NotIn [75]");
    checkPod(job.getTemplate().getSpec());
  }

  private static String said(V1PodFailurePolicyRule rule) {
    return rule.getOnExitCodes() == null
        ? "%s %s".formatted(rule.getAction(), rule.getOnPodConditions().get(0).getType())
        : "%s %s %s %s"
            .formatted(
                rule.getAction(),
                rule.getOnExitCodes().getContainerName(),
                rule.getOnExitCodes().getOperator(),
                rule.getOnExitCodes().getValues());
  }

  private static void checkPod(V1PodSpec pod) {
    assertThat(pod.getRestartPolicy()).isEqualTo("Never");
    assertThat(pod.getSecurityContext().getRunAsNonRoot()).as("runAsNonRoot").isTrue();
    assertThat(pod.getContainers()).hasSize(1);
    V1Container container = pod.getContainers().get(0);
    assertThat(container.getName()).isEqualTo("nightly");
    assertThat(String.join(" ", container.getCommand())).isEqualTo(Schedule.COMMAND);
    assertThat(container.getEnv())
        .extracting(V1EnvVar::getName, V1EnvVar::getValue)
        .contains(
            tuple("TONGQI_WAREHOUSE", Schedule.WAREHOUSE),
            tuple("SPARK_LOCAL_DIRS", "/var/cache/tongqi"));
    assertThat(container.getResources().getRequests()).containsKeys("cpu", "memory");
    assertThat(container.getResources().getLimits()).containsKey("memory");
    assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
        .as("readOnlyRootFilesystem")
        .isTrue();
    Mounts mounts = new Mounts(container.getVolumeMounts(), pod.getVolumes());
    assertThat(mounts.volumeAt("/etc/tongqi").getConfigMap()).as("configMap").isNotNull();
    assertThat(mounts.volumeAt("/var/lib/tongqi").getPersistentVolumeClaim())
        .as("persistentVolumeClaim")
        .isNotNull();
    assertThat(mounts.volumeAt("/tmp").getEmptyDir()).as("emptyDir").isNotNull();
    assertThat(mounts.volumeAt("/var/cache/tongqi").getEmptyDir()).as("emptyDir").isNotNull();
  }
}
