package io.tongqi.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

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
                    null,
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
                    null,
                    null),
                new Claim("safer", null, null, null, null, null, null, null, null, null)));

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

  @Test
  void shouldReadATableAsTheSameStatements() throws IOException {
    // given
    Path table = folder.resolve("claims.CSV");
    Files.writeString(
        table,
        """
        \uFEFFtext,value,metric,group,area,window,comparator,precision,records
        "盗窃警情，同比下降38.80%",-38.80,incidents_reported,theft,gaoming,last_half,change_pct,,
        about 3600,3600,incidents_reported,all,foshan,last_year,equals,100,
        one within the hour,1,cases_cleared,burglary,gaoming,last_half,at_least,,cleared_and_recovered_within_1h
        safer,,,,,,,,
        """);
    Path file = folder.resolve("claims.yaml");
    Files.writeString(
        file,
        """
        area: gaoming
        window: last_half
        statements:
          - {text: "盗窃警情，同比下降38.80%", metric: incidents_reported, group: theft, area: gaoming,
             window: last_half, comparator: change_pct, value: -38.80}
          - {text: about 3600, metric: incidents_reported, group: all, area: foshan, window: last_year,
             comparator: equals, value: 3600, precision: 100}
          - {text: one within the hour, metric: cases_cleared, group: burglary, area: gaoming,
             window: last_half, comparator: at_least, value: 1, records: cleared_and_recovered_within_1h}
          - {text: safer}
        """);

    // then
    assertThat(ClaimsFile.load(table).statements())
        .isEqualTo(ClaimsFile.load(file).statements())
        .element(0)
        .extracting(it -> it.value().scale())
        .isEqualTo(2);
  }

  @Test
  void shouldTellTheLineOfEveryFaultOfATable() throws IOException {
    // given
    Path file = folder.resolve("claims.csv");
    Files.writeString(
        file,
        """
        text,metric,group,area,window,comparator,value,colour
        a,death,theft,gaoming,last_half,change_pct,3,red
        b,deaths,theft,gaoming,last_half,change_pct,,

        "c, and
        more",deaths,theft,,last_half,equals,"3,600",
        ,deaths,theft,gaoming,last_half,best,,
        e,deaths
        """);

    // then
    assertThatThrownBy(() -> ClaimsFile.load(file))
        .isInstanceOf(SettingsException.class)
        .extracting(it -> ((SettingsException) it).faults())
        .asInstanceOf(list(String.class))
        .extracting(it -> it.substring(file.toString().length()))
        .containsExactlyInAnyOrder(
            ": line 1: column \"colour\" is not known; use one of activity, area, comparator, group, metric,"
                + " precision, records, text, value, window",
            ": line 2, column metric: \"death\" is not known; did you mean \"deaths\"?",
            ": line 3, column value: is missing; add it",
            ": line 6: area is blank; fill it in",
            ": line 6, column value: \"3,600\" is not valid; write a number",
            ": line 7, column text: is missing; add it",
            ": line 8: has 2 fields, the header 8; correct the line");
    assertThatThrownBy(() -> ClaimsFile.load(folder.resolve("other.csv")))
        .hasMessageContaining(
            "other.csv: the file: does not exist; create it, or correct the path to it");
  }

  @Test
  void shouldRefuseASentenceOfRecordsThatCannotBeCounted() throws IOException {
    // given
    Path file = folder.resolve("claims.yaml");
    Files.writeString(
        file,
        """
        area: gaoming
        window: last_half
        statements:
          - {text: a, metric: deaths, group: theft, comparator: rises, records: cleared_and_recovered_within_1h}
        """);

    // then
    assertThatThrownBy(() -> ClaimsFile.load(file))
        .hasMessageContaining(
            "key statements[0].metric: \"deaths\" is not known; use one of cases_cleared")
        .hasMessageContaining(
            "key statements[0].comparator: \"rises\" is not known; use one of equals, at_least, at_most");
  }
}
