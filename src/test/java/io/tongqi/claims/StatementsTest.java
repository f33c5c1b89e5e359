package io.tongqi.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongqi.domain.Area;
import io.tongqi.domain.AreaLevel;
import io.tongqi.faults.SettingsException;
import io.tongqi.settings.ClaimsFile;
import io.tongqi.settings.Settings;
import io.tongqi.settings.SettingsFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatementsTest {
  private static final Settings SETTINGS = SettingsFile.load(Path.of("conf/tongqi.yaml"), Map.of());

  @TempDir private Path folder;

  private List<Statement> read(String statements) throws IOException {
    Path file = folder.resolve("claims.yaml");
    Files.writeString(file, "area: gaoming\nwindow: last_half\nstatements:\n" + statements);
    return Statements.of(ClaimsFile.load(file), SETTINGS);
  }

  @Test
  void shouldTellHowANumberIsRoundedByItsDigits() throws IOException {
    // when
    List<Statement> statements =
        read(
            """
            - {text: a, metric: deaths, group: theft, comparator: change_pct, value: -39.40}
            - {text: b, metric: deaths, group: theft, comparator: change_pct, value: 14}
            - {text: c, metric: deaths, group: theft, comparator: equals, value: 14}
            - {text: d, metric: deaths, group: theft, comparator: equals, value: 3600, precision: 100}
            - {text: e, metric: cohort_clearance_rate, group: theft, comparator: equals, value: 100}
            - {text: f, metric: cohort_clearance_rate, group: theft, comparator: equals, value: 99}
            """);

    // then
    assertThat(statements)
        .extracting(Statement::precision)
        .usingElementComparator(BigDecimal::compareTo)
        .containsExactly(
            new BigDecimal("0.01"),
            BigDecimal.ONE,
            BigDecimal.ZERO,
            new BigDecimal(100),
            BigDecimal.ZERO,
            BigDecimal.ONE);
  }

  @Test
  void shouldFindTheLevelOfAnArea() throws IOException {
    // when
    List<Statement> statements =
        read(
            """
            - {text: a, metric: deaths, group: theft, comparator: rises}
            - {text: b, metric: deaths, group: theft, comparator: rises, area: foshan}
            - {text: c, metric: deaths, group: theft, comparator: rises, area: gm03, window: shopping_festival}
            - {text: d}
            """);

    // then
    assertThat(statements)
        .extracting(it -> it.subject().map(Statement.Subject::area).orElse(null))
        .containsExactly(
            new Area(AreaLevel.DISTRICT, "gaoming"),
            new Area(AreaLevel.FORCE, "foshan"),
            new Area(AreaLevel.STATION, "gm03"),
            null);
  }

  @Test
  void shouldNameEverythingThatIsNotKnown() {
    assertThatThrownBy(
            () ->
                read(
                    """
                    - {text: a, metric: deaths, group: thefts, comparator: rises}
                    - {text: b, metric: deaths, group: theft, comparator: rises, area: gaomin}
                    - {text: c, metric: deaths, group: theft, comparator: rises, window: half}
                    - {text: d, metric: deaths, group: theft, comparator: change_points, value: 3}
                    """))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining(
            "claims.yaml: key statements[0].group: \"thefts\" is not known; did you mean \"theft\"?")
        .hasMessageContaining(
            "key statements[1].area: \"gaomin\" is not known; did you mean \"gaoming\"?")
        .hasMessageContaining("key statements[2].window: \"half\" is not known; ")
        .hasMessageContaining(
            "key statements[3].comparator: change_points is said of rates, and deaths is none;"
                + " use change_pct");
  }

  @Test
  void shouldNameTheLineOfATable() throws IOException {
    // given
    Path file = folder.resolve("claims.csv");
    Files.writeString(
        file,
        """
        text,metric,group,area,window,comparator,value
        a,deaths,theft,gaoming,last_half,rises,
        b,deaths,thefts,gaoming,last_half,rises,
        """);

    // then
    assertThatThrownBy(() -> Statements.of(ClaimsFile.load(file), SETTINGS))
        .hasMessageEndingWith(
            "claims.csv: line 3, column group: \"thefts\" is not known; did you mean \"theft\"?");
  }
}
