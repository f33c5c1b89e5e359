package io.tongqi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.SmallForce;
import io.tongqi.SmallForce.Outcome;
import io.tongqi.SparkTest;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Settings, mappings and reference data that cannot be used: exit code 2, nothing written. */
class SettingsFaultsIT extends SparkTest {
  private static final String GOOD = "C1,1,101,bicycle,2024-01-05 10:00,,,";

  @TempDir private static Path folder;
  private SmallForce force;

  @BeforeAll
  static void createTables() {
    emptyTables(folder.resolve("warehouse"));
  }

  @BeforeEach
  void writeSoundFiles() {
    force = new SmallForce(folder).deliver("calls-2024-01.csv", GOOD);
  }

  @Test
  void shouldNameUnknownKeys() {
    force.edit("tongqi.yaml", "years: 2", "year: 2").edit("calls.yaml", "mode: ", "modus: ");

    assertRefusedBeforeSpark(
        "tongqi: FORCE/tongqi.yaml: key year: is not a known key; did you mean \"years\"?",
        "tongqi: FORCE/calls.yaml: key modus: is not a known key; did you mean \"mode\"?");
  }

  @Test
  void shouldNameTheMeasureThatTwoSourcesBook() {
    force
        .edit("tongqi.yaml", "[calls.yaml]", "[calls.yaml, cases.yaml]")
        .write("cases.yaml", force.read("calls.yaml").replace("source: calls", "source: cases"));

    assertRefusedBeforeSpark(
        "tongqi: FORCE/cases.yaml: key books: loss_cents of source cases is also booked by source"
            + " calls (FORCE/calls.yaml) for the same days, stations and groups; book it once, or"
            + " tell the two apart with from and to, stations or category_groups");
  }

  @Test
  void shouldNameStationsThatSucceedOneAnotherInACircle() {
    force.write(
        "reference/stations.csv",
        """
        station,valid_from,valid_to,name_zh,name_en,district,successor
        101,2010-01-01,2015-12-31,东街,East Street,centre,102
        102,2010-01-01,2016-12-31,西街,West Street,centre,101
        """);

    assertRefusedBeforeSpark(
        "tongqi: FORCE/reference/stations.csv: line 2: successors run in a circle: 101 → 102; let"
            + " one of them have no successor");
  }

  @Test
  void shouldNameANumberThatTwoStationsHoldAtOnce() {
    force.write(
        "reference/stations.csv",
        """
        station,valid_from,valid_to,name_zh,name_en,district,successor
        101,2010-01-01,2018-12-31,东街,East Street,centre,
        101,2018-07-01,,西街,West Street,centre,
        """);

    assertRefusedBeforeSpark(
        "tongqi: FORCE/reference/stations.csv: line 3: station 101 from 2018-07-01 is already held"
            + " by the station of line 2; end that one before, or remove one of them");
  }

  @Test
  void shouldNameAnExpressionThatIsNoSql() {
    force.edit("calls.yaml", "count: count", "count: cast(count as");

    assertRefused(
        "tongqi: FORCE/calls.yaml: key fields.count: the expression cast(count as is not Spark SQL",
        "; correct it");
  }

  @Test
  void shouldNameAnExpressionThatNamesAMissingColumn() {
    force.edit("calls.yaml", "count: count", "count: cuont");

    assertRefused(
        "tongqi: FORCE/calls.yaml: key fields.count: it names the column cuont, which no file has"
            + " (calls-2024-01.csv has no, count, station, category, reported, filed, cleared,"
            + " loss); correct the expression, give the new name under aliases, or list it under optional");
  }

  @Test
  void shouldNameAnExpressionThatNamesAPropertyNoJsonLineHas() {
    force
        .edit("calls.yaml", "format: csv", "format: json")
        .edit("calls.yaml", "files: \"*.csv*\"", "files: \"*.jsonl\"")
        .edit("calls.yaml", "count: count", "count: cuont")
        .write(
            "calls/calls-2024-01.jsonl",
            """
            {"no": "J1", "count": 1, "station": "101", "category": "bicycle", "reported": "2024-01-05"}
            {"no": "J2", "count": 1, "station": "101", "category": "bicycle", "reported": "2024-01-05", "filed": "2024-01-06", "cleared": "2024-01-07", "loss": 20}
            """);

    assertRefused(
        "tongqi: FORCE/calls.yaml: key fields.count: it names the property cuont, which no line of any"
            + " file gives a value; correct the expression, give the new name under aliases, or list"
            + " it under optional");
  }

  @Test
  void shouldNameAnExpressionThatCannotBeEvaluated() {
    force.edit("calls.yaml", "count: count", "count: no_such_function(count)");

    assertRefused(
        "tongqi: FORCE/calls.yaml: key fields.count: the expression no_such_function(count)",
        "correct it");
  }

  @Test
  void shouldNameADeliveryFolderThatIsMissing() {
    force.edit("calls.yaml", "root: calls", "root: cals");

    assertRefused(
        "tongqi: FORCE/calls.yaml: key root: the delivery folder FORCE/cals of source calls does"
            + " not exist; correct the path or create the folder");
  }

  @Test
  void shouldNameAPatternThatNoFileMatches() {
    force.edit("calls.yaml", "files: \"*.csv*\"", "files: \"*.txt\"");

    assertRefused(
        "tongqi: FORCE/calls.yaml: key files: no file in FORCE/calls matches *.txt; correct the"
            + " pattern or deliver files");
  }

  private void assertRefusedBeforeSpark(String... messages) {
    force.edit("tongqi.yaml", "warehouse: warehouse", "warehouse: untouched");

    Outcome refused = force.run("ingest");

    assertThat(refused.err()).contains(messages);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(force.path("untouched")).doesNotExist();
  }

  private void assertRefused(String... messages) {
    Outcome refused = force.run("ingest");

    assertThat(refused.err()).contains(messages);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(force.rows(spark()).values()).containsOnly(0L);
  }
}
