package io.tongqi.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.kubernetes.client.openapi.models.V1PodSecurityContext;
import io.kubernetes.client.openapi.models.V1SecurityContext;
import io.kubernetes.client.openapi.models.V1Volume;
import io.kubernetes.client.openapi.models.V1VolumeMount;
import java.util.List;

/** The driver or the executors of a Spark application, and the volumes that it names. */
record SparkPod(JsonNode content, List<V1Volume> volumes) {
  /** Asserts what drivers and executors have in common. */
  void check() {
    assertThat(content.path("cores").isInt()).as("cores are a whole number").isTrue();
    assertThat(content.path("memory").asText()).as("memory").matches("\\d+[mg]");
    assertThat(content.path("memoryOverhead").asText()).as("memoryOverhead").matches("\\d+[mg]");
    assertThat(read("podSecurityContext", V1PodSecurityContext.class).getRunAsNonRoot())
        .as("runAsNonRoot")
        .isTrue();
    assertThat(read("securityContext", V1SecurityContext.class).getAllowPrivilegeEscalation())
        .as("allowPrivilegeEscalation")
        .isFalse();
    assertThat(mounts().volumeAt("/var/lib/tongqi").getPersistentVolumeClaim())
        .as("persistentVolumeClaim")
        .isNotNull();
    V1Volume local = mounts().volumeAt("/var/cache/tongqi");
    assertThat(local.getName()).as("Spark looks for this name").isEqualTo("spark-local-dir-1");
    assertThat(local.getEmptyDir()).as("emptyDir").isNotNull();
  }

  /** Where its containers see the volumes. */
  Mounts mounts() {
    return new Mounts(Manifest.readAll(content.path("volumeMounts"), V1VolumeMount.class), volumes);
  }

  private <T> T read(String field, Class<T> type) {
    return Manifest.read(content.path(field), type);
  }
}
