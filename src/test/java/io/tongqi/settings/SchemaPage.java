package io.tongqi.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The page that tells the keys of a schema, each with type, default, meaning and example. */
record SchemaPage(Schema schema, String resource) {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
          .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
          .build();

  private static final Pattern ESCAPED = Pattern.compile("\"((?:[^\"'\\\\]|\\\\\\\\)*)\"");

  String markdown() {
    JsonNode document = schema.document();
    return """
        # %s

        Made from `src/main/resources/%s`; edit that.

        %s

        A file with what must be there:

        %s%s"""
        .formatted(
            document.path("title").asText(),
            resource,
            document.path("description").asText(),
            block(document.at("/examples/0")),
            document.path("properties").properties().stream()
                .map(key -> section(key.getKey(), key.getValue()))
                .collect(Collectors.joining()));
  }

  private String section(String key, JsonNode described) {
    String examples =
        elements(described.path("examples"))
            .map(example -> block(JsonNodeFactory.instance.objectNode().set(key, example)))
            .collect(Collectors.joining("\n"));
    return """

        ## %s

        %s

        Type: %s. %s

        %s%s"""
        .formatted(
            key,
            described.path("description").asText(),
            type(described),
            isRequired(schema.document(), key)
                ? "Required."
                : "Default: " + standard(described) + ".",
            examples,
            table(key, schema.keyed(described)));
  }

  private String table(String parent, JsonNode keyed) {
    if (keyed.isMissingNode()) {
      return "";
    }
    return keyed.path("properties").properties().stream()
        .map(key -> row(parent, keyed, key))
        .collect(
            Collectors.joining(
                "", "\n| key | type | default | meaning | example |\n|---|---|---|---|---|\n", ""));
  }

  private String row(String parent, JsonNode keyed, Map.Entry<String, JsonNode> key) {
    JsonNode described = key.getValue();
    String examples =
        elements(described.path("examples"))
            .map(SchemaPage::code)
            .collect(Collectors.joining(" or "));
    return "| `%s.%s` | %s | %s | %s | %s |\n"
        .formatted(
            parent,
            key.getKey(),
            type(described),
            isRequired(keyed, key.getKey()) ? "required" : standard(described),
            described.path("description").asText(),
            examples);
  }

  private String type(JsonNode described) {
    if (described.has("title")) {
      return described.get("title").asText().replace("*", "\\*");
    }
    if (described.has("enum")) {
      return elements(described.get("enum"))
          .map(SchemaPage::code)
          .collect(Collectors.joining(", ", "one of ", ""));
    }
    if (described.has("if")) {
      boolean isList = described.at("/if/type").asText().equals("array");
      return type(described.path("else"))
          + (isList ? ", or a list of them" : ", or the keys below");
    }
    return switch (described.path("type").asText()) {
      case "integer", "number" -> Schema.wanted(described);
      case "boolean" -> "true or false";
      case "string" -> "a text";
      case "array" -> "a list, each of " + type(described.path("items"));
      case "object" ->
          described.has("properties")
              ? "the keys below"
              : "keys of your own, each with " + type(described.path("additionalProperties"));
      default -> type(schema.referred(described));
    };
  }

  private static boolean isRequired(JsonNode keyed, String key) {
    return elements(keyed.path("required")).anyMatch(name -> name.asText().equals(key));
  }

  /** What stands where a key is not given. */
  private String standard(JsonNode described) {
    JsonNode value = described.path("default");
    if (!value.isEmpty() || value.isValueNode()) {
      return code(value);
    }
    return schema.keyed(described).isObject() && value.isObject() ? "that of each key" : "none";
  }

  private static Stream<JsonNode> elements(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private static String code(JsonNode value) {
    String text = value.isTextual() ? value.textValue() : value.toString();
    return "`" + text.replace("|", "\\|") + "`";
  }

  private static String block(JsonNode content) {
    try {
      String yaml = YAML.writeValueAsString(content);
      String plain =
          ESCAPED
              .matcher(yaml)
              .replaceAll(
                  it -> Matcher.quoteReplacement("'" + it.group(1).replace("\\\\", "\\") + "'"));
      return "```yaml\n" + plain + "```\n";
    } catch (JsonProcessingException unforeseen) {
      throw new IllegalStateException(unforeseen);
    }
  }
}
