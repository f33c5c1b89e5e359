package io.tongqi.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import io.tongqi.domain.CanonicalColumn;
import io.tongqi.domain.CodesAsOf;
import io.tongqi.domain.Comparator;
import io.tongqi.domain.Format;
import io.tongqi.domain.Measure;
import io.tongqi.domain.Metric;
import io.tongqi.domain.Mode;
import io.tongqi.domain.Overlap;
import io.tongqi.domain.RecordTrait;
import io.tongqi.domain.Resolution;
import io.tongqi.domain.Section;
import io.tongqi.domain.SourceKind;
import io.tongqi.domain.UnknownCodes;
import io.tongqi.faults.Faults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaTest {
  private static final Pattern BLOCK = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);

  private static final Kind SETTINGS = new Kind("settings", Schema.SETTINGS, SettingsFile.class);
  private static final Kind MAPPING = new Kind("mapping", Schema.MAPPING, MappingFile.class);
  private static final Kind CLAIMS = new Kind("claims", Schema.CLAIMS, ClaimsFile.class);
  private static final Kind BULLETIN = new Kind("bulletin", Schema.BULLETIN, BulletinFile.class);

  /** A schema by its name, and the record that it is bound to. */
  private record Kind(String name, Schema schema, Class<?> type) {
    private Path page() {
      return Path.of("docs", name + ".md");
    }

    private String markdown() {
      return new SchemaPage(schema, "schema/" + name + ".json").markdown();
    }
  }

  @TempDir Path folder;

  static Stream<Kind> kinds() {
    return Stream.of(SETTINGS, MAPPING, CLAIMS, BULLETIN);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void shouldKeepThePageUpToDate(Kind kind) throws IOException {
    // given
    if (Boolean.getBoolean("tongqi.regenerate")) {
      Files.writeString(kind.page(), kind.markdown());
    }

    // then
    assertThat(kind.page())
        .as("regenerate it: mvn test -Dtest=SchemaTest -Dtongqi.regenerate=true")
        .hasContent(kind.markdown());
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void shouldBeSoundJsonSchema(Kind kind) {
    // given
    var draft =
        JsonSchemaFactory.getInstance(VersionFlag.V202012)
            .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

    // then
    assertThat(draft.validate(kind.schema.document())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void shouldTellMeaningAndExampleOfEveryKey(Kind kind) {
    objects(kind)
        .forEach(
            object ->
                object
                    .path("properties")
                    .properties()
                    .forEach(
                        key -> {
                          assertThat(key.getValue().path("description").asText())
                              .as("description of %s", key.getKey())
                              .endsWith(".");
                          assertThat(key.getValue().path("examples"))
                              .as("examples of %s", key.getKey())
                              .isNotEmpty();
                        }));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void shouldReadEveryExampleOfThePage(Kind kind) throws IOException {
    // given
    String page = Files.readString(kind.page());
    List<String> blocks = BLOCK.matcher(page).results().map(block -> block.group(1)).toList();
    ObjectNode whole = yaml(blocks.get(0));

    for (String block : blocks) {
      // when
      Faults faults = new Faults();
      Path file = folder.resolve("example.yaml");
      ObjectNode keys = yaml(block);
      boolean isOfActivities = keys.has("activities") || keys.has("kind");
      ObjectNode base =
          isOfActivities ? (ObjectNode) kind.schema.document().at("/examples/1") : whole;
      ObjectNode example = base.deepCopy().setAll(keys);
      if (example.has("overlap")) {
        example.put("mode", "ledger");
      }
      new YAMLMapper().writeValue(file.toFile(), example);
      new RecordReader(Map.of(), faults)
          .read(file, kind.schema, kind.type)
          .filter(MappingFile.class::isInstance)
          .map(MappingFile.class::cast)
          .ifPresent(mapping -> new MappingCheck(mapping, faults).run());

      // then
      assertThat(faults.list()).as(block).isEmpty();
    }
    assertThat(blocks.stream().map(SchemaTest::yaml)).containsExactlyElementsOf(examples(kind));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void shouldAllowEveryExampleOfAKeyBelowAnother(Kind kind) {
    for (var parent : kind.schema.document().path("properties").properties()) {
      boolean isList = parent.getValue().at("/examples/0").isArray();
      for (var key : kind.schema.keyed(parent.getValue()).path("properties").properties()) {
        for (JsonNode example : key.getValue().path("examples")) {
          // given
          ObjectNode below = JsonNodeFactory.instance.objectNode().set(key.getKey(), example);
          ObjectNode whole = kind.schema.document().at("/examples/0").deepCopy();
          whole.set(parent.getKey(), isList ? new ArrayNode(null).add(below) : below);

          // when
          List<String> faults =
              SchemaFault.all(kind.schema, whole).stream()
                  .filter(fault -> fault.path().contains(key.getKey()))
                  .map(fault -> fault.refused().toString())
                  .toList();

          // then
          assertThat(faults).as(below.toString()).isEmpty();
        }
      }
    }
  }

  static Stream<Arguments> bindings() {
    return Stream.of(
        Arguments.of(SETTINGS, "", SettingsFile.class),
        Arguments.of(SETTINGS, "force", Force.class),
        Arguments.of(SETTINGS, "catalog", SettingsFile.Catalog.class),
        Arguments.of(SETTINGS, "spark", SettingsFile.Spark.class),
        Arguments.of(MAPPING, "", MappingFile.class),
        Arguments.of(MAPPING, "csv", CsvOptions.class),
        Arguments.of(MAPPING, "books", Booking.class),
        Arguments.of(MAPPING, "activities", ActivityBooking.class),
        Arguments.of(MAPPING, "covers", Coverage.Rule.class),
        Arguments.of(MAPPING, "delivered", NamePattern.class),
        Arguments.of(MAPPING, "plausible", MappingFile.Days.class),
        Arguments.of(MAPPING, "quiet", Quiet.class),
        Arguments.of(CLAIMS, "", ClaimsFile.class),
        Arguments.of(CLAIMS, "statements", ClaimsFile.Claim.class),
        Arguments.of(BULLETIN, "", BulletinFile.class),
        Arguments.of(BULLETIN, "figures", BulletinFile.Chosen.class));
  }

  @ParameterizedTest
  @MethodSource("bindings")
  void shouldTellTheKeysThatTheCodeBinds(Kind kind, String parent, Class<?> type) {
    // given
    JsonNode document = kind.schema.document();
    JsonNode object =
        parent.isEmpty() ? document : kind.schema.keyed(document.path("properties").path(parent));

    // when
    List<String> bound =
        Arrays.stream(type.getRecordComponents())
            .map(component -> component.getAccessor())
            .filter(component -> !component.isAnnotationPresent(JacksonInject.class))
            .map(
                component ->
                    component.isAnnotationPresent(JsonProperty.class)
                        ? component.getAnnotation(JsonProperty.class).value()
                        : new SnakeCaseStrategy().translate(component.getName()))
            .toList();

    // then
    assertThat(object.path("properties").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(bound);
    assertThat(object.path("additionalProperties"))
        .isEqualTo(JsonNodeFactory.instance.booleanNode(false));
  }

  @Test
  void shouldTellTheWordsThatTheCodeKnows() {
    JsonNode settings = Schema.SETTINGS.document();
    JsonNode mapping = Schema.MAPPING.document();
    JsonNode statement = Schema.CLAIMS.document().at("/properties/statements/items/properties");

    JsonNode bulletin = Schema.BULLETIN.document().at("/properties");

    assertThat(texts(bulletin.at("/figures/items/properties/metric/enum")))
        .isEqualTo(words(Metric.values()));
    assertThat(texts(bulletin.at("/sections/items/enum"))).isEqualTo(words(Section.values()));
    assertThat(texts(statement.at("/metric/enum"))).isEqualTo(words(Metric.values()));
    assertThat(texts(statement.at("/comparator/enum"))).isEqualTo(words(Comparator.values()));
    assertThat(texts(statement.at("/records/enum"))).isEqualTo(words(RecordTrait.values()));
    assertThat(texts(settings.at("/properties/unknown_codes/enum")))
        .isEqualTo(words(UnknownCodes.values()));
    assertThat(texts(mapping.at("/properties/kind/enum"))).isEqualTo(words(SourceKind.values()));
    assertThat(texts(mapping.at("/properties/format/enum"))).isEqualTo(words(Format.values()));
    assertThat(texts(mapping.at("/properties/codes_as_of/enum")))
        .isEqualTo(words(CodesAsOf.values()));
    assertThat(texts(mapping.at("/properties/mode/enum"))).isEqualTo(words(Mode.values()));
    assertThat(texts(mapping.at("/properties/overlap/enum"))).isEqualTo(words(Overlap.values()));
    assertThat(texts(mapping.at("/$defs/resolution/enum"))).isEqualTo(words(Resolution.values()));
    assertThat(texts(mapping.at("/$defs/measure/enum"))).isEqualTo(words(Measure.values()));
    assertThat(mapping.at("/properties/fields/properties").fieldNames())
        .toIterable()
        .containsExactlyElementsOf(words(CanonicalColumn.values()));
  }

  @Test
  void shouldShowEveryKeyInTheSettingsOfTheSample() throws IOException {
    ObjectNode sample = yaml(Files.readString(Path.of("conf", "tongqi.yaml")));

    objects(SETTINGS)
        .forEach(
            object ->
                object
                    .path("properties")
                    .fieldNames()
                    .forEachRemaining(
                        key -> assertThat(sample.findValue(key)).as(key).isNotNull()));
  }

  /** The example of a whole file, and those of its keys. */
  private static List<ObjectNode> examples(Kind kind) {
    JsonNode document = kind.schema.document();
    List<ObjectNode> examples = new ArrayList<>();
    examples.add((ObjectNode) document.at("/examples/0"));
    for (var key : document.path("properties").properties()) {
      for (JsonNode example : key.getValue().path("examples")) {
        examples.add(JsonNodeFactory.instance.objectNode().set(key.getKey(), example));
      }
    }
    return examples;
  }

  /** The schema of the file and those of the keys in it. */
  private static Stream<JsonNode> objects(Kind kind) {
    JsonNode document = kind.schema.document();
    return Stream.concat(
            Stream.of(document),
            StreamSupport.stream(document.path("properties").spliterator(), false)
                .map(kind.schema::keyed))
        .filter(JsonNode::isObject);
  }

  private static ObjectNode yaml(String text) {
    try {
      return (ObjectNode) new YAMLMapper().readTree(text);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static List<String> words(Enum<?>[] constants) {
    return Arrays.stream(constants).map(it -> it.name().toLowerCase(Locale.ROOT)).toList();
  }
}
