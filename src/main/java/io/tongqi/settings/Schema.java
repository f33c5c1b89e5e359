package io.tongqi.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** The JSON Schema of a kind of YAML file: the one place where its keys are told. */
final class Schema {
  static final Schema SETTINGS = new Schema("/schema/settings.json");
  static final Schema MAPPING = new Schema("/schema/mapping.json");
  static final Schema CLAIMS = new Schema("/schema/claims.json");
  static final Schema BULLETIN = new Schema("/schema/bulletin.json");

  private final JsonNode document;
  private final JsonSchema validator;

  private Schema(String resource) {
    document = read(resource);
    JsonMetaSchema draft =
        JsonMetaSchema.builder(JsonMetaSchema.getV202012())
            .formats(List.of(TextFormat.values()))
            .build();
    validator =
        JsonSchemaFactory.getInstance(VersionFlag.V202012, factory -> factory.metaSchema(draft))
            .getSchema(
                document,
                SchemaValidatorsConfig.builder()
                    .formatAssertionsEnabled(true)
                    .pathType(PathType.LEGACY)
                    .build());
  }

  private static JsonNode read(String resource) {
    try (InputStream schema = Schema.class.getResourceAsStream(resource)) {
      return new JsonMapper().readTree(Objects.requireNonNull(schema, resource));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("Reading the schema " + resource, unreadable);
    }
  }

  /** The schema itself. */
  JsonNode document() {
    return document;
  }

  /** Everything in a file's content that the schema does not allow. */
  Set<ValidationMessage> refused(JsonNode content) {
    return validator.validate(content);
  }

  /** Gives the keys that are not there their defaults. */
  void fillIn(ObjectNode content) {
    fillIn(content, document);
  }

  private void fillIn(ObjectNode object, JsonNode schema) {
    for (var property : schema.path("properties").properties()) {
      String key = property.getKey();
      JsonNode described = property.getValue();
      if (!object.hasNonNull(key) && described.has("default")) {
        object.set(key, described.get("default").deepCopy());
      }
      JsonNode value = object.path(key);
      for (JsonNode below : value.isArray() ? value : List.of(value)) {
        if (below instanceof ObjectNode nested) {
          fillIn(nested, keyed(described));
        }
      }
    }
  }

  /** What a schema asks for, in words. */
  static String wanted(JsonNode schema) {
    if (!schema.has("minimum")) {
      return schema.path("title").asText();
    }
    String range =
        schema.has("maximum")
            ? "from %s to %s".formatted(schema.path("minimum"), schema.path("maximum"))
            : "of %s or more".formatted(schema.path("minimum"));
    return switch (schema.path("type").asText()) {
      case "integer" -> "a whole number " + range;
      case "number" -> "a number " + range;
      default -> schema.path("title").asText();
    };
  }

  /** Of the schema of a value, the one that tells the keys in it or in its elements, if any. */
  JsonNode keyed(JsonNode schema) {
    return schema.has("properties")
        ? schema
        : Stream.of(
                referred(schema), schema.path("then"), schema.path("else"), schema.path("items"))
            .filter(JsonNode::isObject)
            .map(this::keyed)
            .filter(JsonNode::isObject)
            .findFirst()
            .orElse(MissingNode.getInstance());
  }

  /** The schema that another one refers to, if any. */
  JsonNode referred(JsonNode schema) {
    String reference = schema.path("$ref").asText();
    return reference.isEmpty() ? MissingNode.getInstance() : document.at(reference.substring(1));
  }
}
