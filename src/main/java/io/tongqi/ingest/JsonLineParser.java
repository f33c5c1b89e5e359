package io.tongqi.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;

/** Reads lines that each hold one JSON object. */
final class JsonLineParser implements LineParser {
  private static final long serialVersionUID = 1L;

  /** Lines are UTF-8 by now: one that begins with NUL is no UTF-32. */
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          new JsonFactoryBuilder().disable(JsonFactory.Feature.CHARSET_DETECTION).build());

  private final List<String> columns;
  private final Map<String, String> aliases;

  /** A parser that picks these input columns, under their own names or their aliases. */
  JsonLineParser(List<String> columns, Map<String, String> aliases) {
    this.columns = List.copyOf(columns);
    this.aliases = Map.copyOf(aliases);
  }

  @Override
  public UTF8String[] parse(byte[] line, PlannedContent content) throws BadLineException {
    UTF8String[] picked = new UTF8String[columns.size()];
    try (JsonParser json = MAPPER.createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new BadLineException(Reason.MALFORMED_JSON, "it does not begin with {");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        int column = columns.indexOf(aliases.getOrDefault(json.currentName(), json.currentName()));
        json.nextToken();
        if (column >= 0) {
          picked[column] = CsvLineParser.either(picked[column], text(MAPPER.readTree(json)));
        } else {
          json.skipChildren();
        }
      }
      if (json.nextToken() != null) {
        throw new BadLineException(Reason.MALFORMED_JSON, "something follows the object");
      }
      return picked;
    } catch (JsonProcessingException malformed) {
      throw new BadLineException(
          Reason.MALFORMED_JSON, Visible.text(malformed.getOriginalMessage()));
    } catch (IOException malformed) {
      throw new BadLineException(Reason.MALFORMED_JSON, Visible.text(malformed.getMessage()));
    }
  }

  @Override
  public boolean isBlank(byte[] line) {
    return Blanks.isBlank(line, 0, ' ');
  }

  private static UTF8String text(JsonNode value) {
    if (value.isNull()) {
      return null;
    }
    String text = value.isValueNode() ? value.asText() : value.toString();
    return Blanks.trimmed(text.getBytes(StandardCharsets.UTF_8));
  }
}
