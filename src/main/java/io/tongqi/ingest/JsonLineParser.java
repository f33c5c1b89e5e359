package io.tongqi.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;

/** Reads lines that each hold one JSON object. */
final class JsonLineParser implements LineParser {
  private static final long serialVersionUID = 1L;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final List<String> columns;
  private final Map<String, String> aliases;

  /** A parser that picks these input columns, under their own names or their aliases. */
  JsonLineParser(List<String> columns, Map<String, String> aliases) {
    this.columns = List.copyOf(columns);
    this.aliases = Map.copyOf(aliases);
  }

  @Override
  public UTF8String[] parse(byte[] line, PlannedContent content) throws BadLineException {
    JsonNode object = object(new String(line, StandardCharsets.UTF_8));
    UTF8String[] picked = new UTF8String[columns.size()];
    object
        .properties()
        .forEach(
            property -> {
              String name = property.getKey();
              int column = columns.indexOf(aliases.getOrDefault(name, name));
              if (column >= 0) {
                picked[column] = text(property.getValue());
              }
            });
    return picked;
  }

  private static JsonNode object(String line) throws BadLineException {
    try {
      JsonNode node = MAPPER.readTree(line);
      if (node != null && node.isObject()) {
        return node;
      }
    } catch (JsonProcessingException malformed) {
      throw new BadLineException(Reason.MALFORMED_JSON);
    }
    throw new BadLineException(Reason.MALFORMED_JSON);
  }

  private static UTF8String text(JsonNode value) {
    if (value.isNull()) {
      return null;
    }
    return UTF8String.fromString(value.isValueNode() ? value.asText() : value.toString());
  }
}
