package io.tongqi.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.tongqi.faults.Faults;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.commons.text.StringSubstitutor;

/** Replaces `${NAME}` and `${NAME:-default}` in the values of a YAML file. */
final class Variables {
  private final Path file;
  private final Map<String, String> environment;
  private final Faults faults;

  Variables(Path file, Map<String, String> environment, Faults faults) {
    this.file = file;
    this.environment = environment;
    this.faults = faults;
  }

  /** A copy with all variables replaced; one that is not defined is a fault. */
  JsonNode replace(JsonNode node) {
    return replace(node, "");
  }

  private JsonNode replace(JsonNode node, String place) {
    if (node.isTextual()) {
      return TextNode.valueOf(text(node.textValue(), place));
    }
    if (node.isArray()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      for (int index = 0; index < node.size(); index++) {
        array.add(replace(node.get(index), Keys.place(place, index)));
      }
      return array;
    }
    if (node.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      node.properties()
          .forEach(
              entry ->
                  object.set(
                      entry.getKey(),
                      replace(entry.getValue(), Keys.place(place, entry.getKey()))));
      return object;
    }
    return node;
  }

  private String text(String text, String place) {
    AtomicReference<String> last = new AtomicReference<>("");
    StringSubstitutor substitutor =
        new StringSubstitutor(
            name -> {
              last.set(name);
              return environment.get(name);
            });
    substitutor.setDisableSubstitutionInValues(true);
    substitutor.setEnableUndefinedVariableException(true);
    try {
      return substitutor.replace(text);
    } catch (IllegalArgumentException undefined) {
      faults.add(
          file,
          "key " + place,
          "environment variable %s in \"%s\" is not defined".formatted(last, text),
          "define it, or write ${%s:-default}".formatted(last));
      return text;
    }
  }
}
