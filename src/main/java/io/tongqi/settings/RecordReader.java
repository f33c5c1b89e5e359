package io.tongqi.settings;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.InjectableValues;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.utils.JsonNodes;
import io.tongqi.faults.Faults;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads YAML files as records. What a file's schema refuses is recorded as a fault and read as not
 * given; a key without a value counts as not given, and one that is not given has its default.
 */
final class RecordReader {
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
          .enable(DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
          // A text is a number only as a whole, and its digits tell how it is rounded.
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .defaultSetterInfo(JsonSetter.Value.forContentNulls(Nulls.SKIP))
          .addModule(
              new SimpleModule()
                  .addDeserializer(char.class, new Text<>(char.class, TextFormat.CHARACTER))
                  .addDeserializer(Charset.class, new Text<>(Charset.class, TextFormat.ENCODING))
                  .addDeserializer(LocalDate.class, new Text<>(LocalDate.class, TextFormat.DATE))
                  .addDeserializer(
                      Pattern.class, new Text<>(Pattern.class, TextFormat.GROUPED_REGEX))
                  .addDeserializer(ZoneId.class, new Text<>(ZoneId.class, TextFormat.TIME_ZONE)))
          .build();

  private final Map<String, String> environment;
  private final Faults faults;

  RecordReader(Map<String, String> environment, Faults faults) {
    this.environment = environment;
    this.faults = faults;
  }

  /** Empty where the file cannot be read as YAML. */
  <T> Optional<T> read(Path file, Schema schema, Class<T> type) {
    Optional<ObjectNode> content = YamlFile.read(file, faults);
    content.ifPresent(new Variables(file, environment, faults)::replaceIn);
    return content.map(written -> read(file, written, Places.KEYS, schema, type));
  }

  /** The same of content that does not stand in the file as YAML. */
  <T> T read(Path file, ObjectNode content, Places places, Schema schema, Class<T> type) {
    refuse(file, content, places, schema);
    schema.fillIn(content);
    return bound(file, content, places, type);
  }

  private void refuse(Path file, ObjectNode content, Places places, Schema schema) {
    List<SchemaFault> asWritten = SchemaFault.all(schema, content);
    asWritten.stream().filter(SchemaFault::isText).forEach(fault -> readText(content, fault));
    dropNulls(content);
    List<SchemaFault> refused =
        Stream.concat(
                SchemaFault.all(schema, content).stream().filter(fault -> !fault.isUnknownKey()),
                asWritten.stream().filter(SchemaFault::isUnknownKey))
            .toList();
    refused.forEach(fault -> fault.addTo(faults, file, places));
    refused.forEach(fault -> takeOut(content, fault));
  }

  /** A number or truth value that a variable gave, or that stands in quotes, is text in YAML. */
  private static void readText(ObjectNode content, SchemaFault fault) {
    try {
      JsonNode value = MAPPER.readTree(fault.value().textValue());
      if (value.isNumber() || value.isBoolean()) {
        put(content, fault.path(), value);
      }
    } catch (JsonProcessingException noValue) {
      // it stays the text that it is, and the schema refuses it
    }
  }

  private static void takeOut(ObjectNode content, SchemaFault fault) {
    if (fault.isUnknownKey()) {
      ((ObjectNode) fault.value()).remove(fault.path().getName(-1));
    } else if (!fault.isEmptiness()) {
      put(content, fault.path(), NullNode.getInstance());
    }
  }

  private static void put(ObjectNode content, JsonNodePath path, JsonNode value) {
    JsonNode parent = JsonNodes.get(content, path.getParent());
    if (parent instanceof ObjectNode object) {
      object.set(path.getName(-1), value);
    } else if (parent instanceof ArrayNode array) {
      array.set((int) path.getElement(-1), value);
    }
  }

  private static void dropNulls(JsonNode node) {
    if (node instanceof ObjectNode object) {
      object.removeIf(JsonNode::isNull);
    }
    node.forEach(RecordReader::dropNulls);
  }

  private static <T> T bound(Path file, ObjectNode content, Places places, Class<T> type) {
    try {
      return MAPPER
          .readerFor(type)
          .with(
              new InjectableValues.Std().addValue(Path.class, file).addValue(Places.class, places))
          .readValue(content);
    } catch (IOException unforeseen) {
      throw new IllegalStateException(
          "Reading %s: its schema allows what the program cannot read".formatted(file), unforeseen);
    }
  }

  private static final class Text<T> extends FromStringDeserializer<T> {
    private static final long serialVersionUID = 1L;
    private final TextFormat format;

    Text(Class<T> type, TextFormat format) {
      super(type);
      this.format = format;
    }

    @Override
    @SuppressWarnings("unchecked")
    protected T _deserialize(String text, DeserializationContext context) {
      return (T) format.read(text);
    }
  }
}
