package io.tongqi.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.tongqi.faults.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the examples of the guide of sources against the schemas. */
class SourcesPageTest {
  private static final Path PAGE = Path.of("docs", "sources.md");
  private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  @TempDir Path folder;

  static Stream<String> examples() throws IOException {
    return BLOCK.matcher(Files.readString(PAGE)).results().map(block -> block.group(1));
  }

  @ParameterizedTest
  @MethodSource("examples")
  void shouldAllowEveryExample(String example) throws IOException {
    // given
    Faults faults = new Faults();
    ObjectNode keys = (ObjectNode) new YAMLMapper().readTree(example);
    boolean isOfSettings = Schema.SETTINGS.document().path("properties").has(firstOf(keys));
    Schema schema = isOfSettings ? Schema.SETTINGS : Schema.MAPPING;
    ObjectNode whole =
        schema.document().at(keys.has("kind") ? "/examples/1" : "/examples/0").deepCopy();
    if (keys.has("fields") && !keys.has("books") && !keys.has("kind")) {
      whole
          .putArray("books")
          .add(
              keys.path("fields").has("reported_at") ? "incidents_reported" : "incidents_occurred");
    }
    Path file = folder.resolve("example.yaml");
    new YAMLMapper().writeValue(file.toFile(), whole.setAll(keys));

    // when
    RecordReader reader = new RecordReader(Map.of(), faults);
    if (isOfSettings) {
      reader.read(file, schema, SettingsFile.class);
    } else {
      reader
          .read(file, schema, MappingFile.class)
          .ifPresent(mapping -> new MappingCheck(mapping, faults).run());
    }

    // then
    assertThat(faults.list()).isEmpty();
  }

  private static String firstOf(ObjectNode keys) {
    return keys.fieldNames().next();
  }
}
