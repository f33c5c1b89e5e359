package io.tongqi.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import io.kubernetes.client.openapi.models.V1Volume;
import io.kubernetes.client.openapi.models.V1VolumeMount;
import java.util.List;

/** The volumes of a pod and where a container of it sees them. */
record Mounts(List<V1VolumeMount> mounts, List<V1Volume> volumes) {
  /** The one volume that is seen at a path. */
  V1Volume volumeAt(String path) {
    List<String> names =
        mounts.stream()
            .filter(it -> it.getMountPath().equals(path))
            .map(V1VolumeMount::getName)
            .toList();
    assertThat(names).as("volumes mounted at %s", path).hasSize(1);
    List<V1Volume> named =
        volumes.stream().filter(it -> it.getName().equals(names.get(0))).toList();
    assertThat(named).as("volumes named %s, mounted at %s", names.get(0), path).hasSize(1);
    return named.get(0);
  }
}
