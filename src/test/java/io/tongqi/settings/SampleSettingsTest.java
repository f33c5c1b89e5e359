package io.tongqi.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleSettingsTest {
  @Test
  void shouldLoadTheSettingsOfTheSample() {
    Settings settings = SettingsFile.load(Path.of("conf/tongqi.yaml"), Map.of());

    assertThat(settings.force()).isEqualTo(new Force("foshan", "佛山", "Foshan"));
    assertThat(settings.timeZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    assertThat(settings.warehouse())
        .isEqualTo(Path.of("target/warehouse").toAbsolutePath().toString());
    assertThat(settings.sources())
        .extracting(SourceMapping::source)
        .containsExactly("calls", "cases", "registers");
    assertThat(settings.reference().stations()).isNotEmpty();
    assertThat(settings.windows()).containsExactly(Map.entry("shopping_festival", "06-01..06-18"));
    assertThat(settings.sparkConfiguration()).containsEntry("spark.local.dir", "/tmp");
  }

  @ParameterizedTest
  @CsvSource({"conf/stlouis.yaml, stlouis", "conf/toronto-asr.yaml, toronto-asr"})
  void shouldLoadTheSettingsOfPublishedRecords(Path file, String source) {
    assertThat(SettingsFile.load(file, Map.of()).sources())
        .extracting(SourceMapping::source)
        .containsExactly(source);
  }

  @Test
  void shouldLoadTheSettingsOfGeneratedIncidents() {
    Path file = Path.of("src/main/resources/generate/tongqi.yaml");

    assertThat(SettingsFile.load(file, Map.of()).sources())
        .extracting(SourceMapping::source)
        .containsExactly("incidents");
  }
}
