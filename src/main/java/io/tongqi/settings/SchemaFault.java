package io.tongqi.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.ValidationMessage;
import io.tongqi.faults.Faults;
import io.tongqi.faults.Remedy;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.lang3.StringUtils;

/** What a schema does not allow, in words that tell what to do. */
record SchemaFault(Schema schema, ValidationMessage refused) {
  private static final Pattern ADDRESS = Pattern.compile("(://)[^/@:]+:[^@]+@");

  /** All faults in a file's content. */
  static List<SchemaFault> all(Schema schema, JsonNode content) {
    return schema.refused(content).stream().map(it -> new SchemaFault(schema, it)).toList();
  }

  /** Whether the fault is a key that the schema does not know. */
  boolean isUnknownKey() {
    return refused.getType().equals("additionalProperties");
  }

  /** Whether something stands there that must not. */
  boolean isForbidden() {
    return refused.getType().equals("not");
  }

  /** Whether something must not be empty and is. */
  boolean isEmptiness() {
    return refused.getType().equals("minItems") || refused.getType().equals("minProperties");
  }

  /** Whether a text stands where something else is wanted. */
  boolean isText() {
    return refused.getType().equals("type") && value().isTextual();
  }

  /** The value at fault, or the one around a key at fault. */
  JsonNode value() {
    return refused.getInstanceNode();
  }

  /** The place of the value or key at fault. */
  JsonNodePath path() {
    JsonNodePath path = refused.getInstanceLocation();
    return refused.getProperty() == null ? path : path.append(refused.getArguments()[0].toString());
  }

  /** Records the fault. */
  void addTo(Faults faults, Object file, Places places) {
    Words words = words();
    faults.add(file, places.of(path()), words.problem(), words.remedy());
  }

  private Words words() {
    return switch (refused.getType()) {
      case "required", "dependentRequired" -> new Words("is missing", "add it");
      case "additionalProperties" -> unknownKey(path().getName(-1));
      case "propertyNames" -> told(refused.getSchemaNode());
      case "not" -> told(rule());
      case "minItems", "minProperties" -> new Words("is empty", "list at least one");
      case "enum" -> new Words(shown() + " is not known", choice());
      default -> unfit();
    };
  }

  private Words unknownKey(String key) {
    JsonNode known = rule().path("properties");
    List<String> names = known.properties().stream().map(Map.Entry::getKey).toList();
    List<String> below = parents(known, key);
    JsonNode top = schema.document().path("properties");
    if (!below.isEmpty()) {
      return misplaced("it is a key of %s, write it there", below);
    }
    if (top.has(key)) {
      return misplaced("write it at the top level of the file", List.of());
    }
    List<String> aside = parents(top, key);
    return Remedy.meant(key, names).isEmpty() && !aside.isEmpty()
        ? misplaced("it is a key of %s, write it there", aside)
        : new Words("is not a known key", Remedy.choose(key, names));
  }

  private static Words misplaced(String remedy, List<String> parents) {
    return new Words("is not a known key here", remedy.formatted(String.join(" and of ", parents)));
  }

  /** Which of the keys have this one below them. */
  private List<String> parents(JsonNode keys, String key) {
    return keys.properties().stream()
        .filter(it -> schema.keyed(it.getValue()).path("properties").has(key))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** The title of a rule that has no words of its own says what is wrong and, last, what to do. */
  private static Words told(JsonNode rule) {
    String title = rule.path("title").asText();
    return new Words(
        StringUtils.substringBeforeLast(title, "; "), StringUtils.substringAfterLast(title, "; "));
  }

  private String choice() {
    JsonNode known = refused.getSchemaNode();
    return Remedy.choose(
        value().asText(),
        StreamSupport.stream(known.spliterator(), false).map(JsonNode::asText).toList());
  }

  private Words unfit() {
    JsonNode rule = rule();
    String type = rule.path("type").asText();
    if (value().isTextual() && value().textValue().isBlank()) {
      return new Words("is blank", "write something or remove the key");
    }
    if (type.equals("object")) {
      return new Words(shown() + " has no keys", "write \"key: value\" below it");
    }
    if (type.equals("boolean")) {
      return new Words(shown() + " is neither true nor false", "write true or false");
    }
    if (type.equals("string") && !value().isTextual()) {
      return new Words(
          shown() + " is no text", value().isValueNode() ? "put it in quotes" : "write one text");
    }
    return new Words(shown() + " is not valid" + reason(rule), "write " + Schema.wanted(rule));
  }

  private String reason(JsonNode rule) {
    return Stream.of(TextFormat.values())
        .filter(format -> format.getName().equals(rule.path("format").asText()))
        .flatMap(format -> format.problem(value().asText()).stream())
        .filter(problem -> !problem.isEmpty())
        .findFirst()
        .map(" (%s)"::formatted)
        .orElse("");
  }

  private String shown() {
    return value().isTextual()
        ? "\"%s\"".formatted(withoutSecret(value().textValue()))
        : withoutSecret(value().toString());
  }

  /** A text as messages show it: without the user and the secret of an address. */
  static String withoutSecret(String text) {
    return ADDRESS.matcher(text).replaceAll("$1…@");
  }

  /** The part of the schema that the keyword at fault stands in. */
  private JsonNode rule() {
    return schema.document().at(refused.getSchemaLocation().getFragment().getParent().toString());
  }

  private record Words(String problem, String remedy) {}
}
