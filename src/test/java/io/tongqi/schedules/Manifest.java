package io.tongqi.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.kubernetes.client.openapi.JSON;
import java.util.List;
import java.util.stream.Stream;

/** Manifests for Kubernetes. */
final class Manifest {
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

  private Manifest() {}

  /** The content of a manifest. */
  static JsonNode content(String text) throws JsonProcessingException {
    return YAML.readTree(text);
  }

  /**
   * Reads a type of Kubernetes' own API as its maintained model tells it.
   *
   * @throws IllegalArgumentException when a field is unknown or missing
   */
  static <T> T read(JsonNode content, Class<T> type) {
    assertThat(content.isMissingNode()).as("%s is missing", type.getSimpleName()).isFalse();
    return JSON.deserialize(content.toString(), type);
  }

  /** Reads each element of a list as a type of Kubernetes' own API. */
  static <T> List<T> readAll(JsonNode list, Class<T> type) {
    return Stream.of(list).flatMap(JsonNode::valueStream).map(it -> read(it, type)).toList();
  }

  /** Asserts what an object holds in a field. */
  static void has(JsonNode object, String field, String value) {
    assertThat(object.path(field).asText()).as(field).isEqualTo(value);
  }

  /** Asserts that an object has these fields and no others. */
  static void hasFields(JsonNode object, String... fields) {
    assertThat(object.propertyStream().map(it -> it.getKey())).containsExactlyInAnyOrder(fields);
  }
}
