package io.tongqi.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.PathType;
import io.tongqi.faults.Faults;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.commons.text.StringSubstitutor;

/** Replaces `${NAME}` and `${NAME:-default}` in the values of a YAML file. */
record Variables(Path file, Map<String, String> environment, Faults faults) {
  /** Replaces all variables; one that is not defined is a fault. */
  void replaceIn(ObjectNode content) {
    replaced(content, new JsonNodePath(PathType.LEGACY));
  }

  private JsonNode replaced(JsonNode node, JsonNodePath path) {
    if (node instanceof ObjectNode object) {
      object
          .properties()
          .forEach(it -> it.setValue(replaced(it.getValue(), path.append(it.getKey()))));
    } else if (node instanceof ArrayNode array) {
      for (int index = 0; index < array.size(); index++) {
        array.set(index, replaced(array.get(index), path.append(index)));
      }
    }
    return node.isTextual() ? TextNode.valueOf(replaced(node.textValue(), path)) : node;
  }

  private String replaced(String text, JsonNodePath path) {
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
          Places.KEYS.of(path),
          "environment variable %s in \"%s\" is not defined"
              .formatted(last, SchemaFault.withoutSecret(text)),
          "define it, or write ${%s:-default}".formatted(last));
      return text;
    }
  }
}
