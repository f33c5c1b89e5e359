package io.tongqi.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongqi.domain.Comparator;
import io.tongqi.domain.Metric;
import io.tongqi.faults.SettingsException;
import io.tongqi.settings.ClaimsFile.Claim;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimsFileTest {
  @TempDir private Path folder;

  @Test
  void shouldReadBackWhatItWrites() throws IOException {
    // given
    Path file = folder.resolve("claims.yaml");
    ClaimsFile claims =
        new ClaimsFile(
            file,
            "gaoming",
            "last_half",
            LocalDate.of(2024, 6, 30),
            List.of(
                new Claim(
                    "盗窃：下降38.80%",
                    Metric.INCIDENTS_REPORTED,
                    null,
                    "theft",
                    null,
                    "last_quarter",
                    Comparator.CHANGE_PCT,
                    new BigDecimal("-38.80"),
                    null),
                new Claim(
                    "29 rooms",
                    null,
                    "police_rooms",
                    null,
                    null,
                    null,
                    Comparator.EQUALS,
                    new BigDecimal("29"),
                    null),
                new Claim("safer", null, null, null, null, null, null, null, null)));

    // when
    Files.writeString(file, claims.yaml());

    // then
    assertThat(ClaimsFile.load(file)).isEqualTo(claims);
  }

  @Test
  void shouldTellAllFaultsTogether() throws IOException {
    // given
    Path file = folder.resolve("claims.yaml");
    Files.writeString(
        file,
        """
        area: gaoming
        statements:
          - {text: a, metric: death, group: theft, comparator: change_pct, value: 3}
          - {text: b, metric: deaths, group: theft, comparator: change_pct}
          - {metric: deaths, group: theft, comparator: best}
        """);

    // then
    assertThatThrownBy(() -> ClaimsFile.load(file))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(": key window: is missing; add it")
        .hasMessageContaining(
            ": key statements[0].metric: \"death\" is not known; did you mean \"deaths\"?")
        .hasMessageContaining(": key statements[1].value: is missing; add it")
        .hasMessageContaining(": key statements[2].text: is missing; add it");
  }
}
