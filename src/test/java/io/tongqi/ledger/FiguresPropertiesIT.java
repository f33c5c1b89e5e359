package io.tongqi.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.SparkTest;
import io.tongqi.domain.Mode;
import io.tongqi.figures.Compare;
import io.tongqi.figures.Request;
import io.tongqi.ingest.Batches;
import io.tongqi.ledger.RandomRecords.VersionTimes;
import io.tongqi.tables.Table;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The figures of a small force on random records, against each other and against the definition of
 * the ledger.
 */
class FiguresPropertiesIT extends SparkTest {
  private static final LocalDate AS_OF = LocalDate.of(2023, 6, 30);
  private static final LocalDate KNOWN_AT = LocalDate.of(2023, 11, 10);
  private static final List<Table> GOLD =
      List.of(
          Table.SAME_PERIODS,
          Table.PERIOD_FACTS,
          Table.ZERO_DAYS,
          Table.STATION_CLEARANCE,
          Table.STATION_RECOVERY,
          Table.DECADE_COMPARISON);

  @TempDir private Path folder;

  @Test
  void shouldAgreeWithTheLedgerAndWithThemselves() {
    // given
    List<CsvDelivery> files = new RandomRecords(21, 0).allDated().changes(150, VersionTimes.ALWAYS);
    List<CsvDelivery> known = files.stream().map(FiguresPropertiesIT::known).toList();
    TestForce force = force("force").deliver(known.subList(0, 8)).ingest();

    // when
    Map<Table, List<String>> released = figures(force, Optional.empty());
    Set<String> batches = new Batches(force.tables()).finished();
    force.deliver(files).ingest();

    // then
    assertThat(figures(force, Optional.of(batches))).isEqualTo(released);

    // when
    Map<Table, List<String>> all = figures(force, Optional.empty());
    List<Row> facts = force.tables().read(Table.PERIOD_FACTS).collectAsList();
    List<Row> periods = force.tables().read(Table.SAME_PERIODS).collectAsList();

    // then
    assertThat(all).isNotEqualTo(released);
    assertThat(facts).hasSizeGreaterThan(1000);
    assertAddsUp(facts);
    assertThat(
            new ReferenceFigures(ReferenceLedger.ofChanges(versions(files)), periods, KNOWN_AT)
                .faults(facts))
        .isEmpty();

    // when
    TestForce knownForce = force("known").deliver(known).ingest();

    // then
    assertThat(figures(knownForce, Optional.empty())).isEqualTo(all);
  }

  private TestForce force(String name) {
    return new TestForce(
        folder.resolve(name), Mode.CHANGES, emptyTables(folder.resolve(name + "-warehouse")));
  }

  private static List<RecordVersion> versions(List<CsvDelivery> files) {
    return files.stream().flatMap(file -> file.versions().stream()).toList();
  }

  private static CsvDelivery known(CsvDelivery file) {
    return file.with(
        file.versions().stream()
            .filter(version -> !version.recordedOn().isAfter(KNOWN_AT))
            .toList());
  }

  private Map<Table, List<String>> figures(TestForce force, Optional<Set<String>> batches) {
    new Compare(spark(), force.tables(), force.settings())
        .run(new Request(AS_OF, KNOWN_AT, batches));
    Map<Table, List<String>> figures = new TreeMap<>();
    for (Table table : GOLD) {
      List<String> rows = new ArrayList<>();
      force.tables().read(table).collectAsList().forEach(row -> rows.add(row.toString()));
      rows.sort(null);
      figures.put(table, rows);
    }
    return figures;
  }

  private static void assertAddsUp(List<Row> facts) {
    Map<String, Long> sums = new TreeMap<>();
    Map<String, String> districts =
        Map.of("n1", "north", "n2", "south", "s1", "south", "s2", "south", "s3", "south");
    SoftAssertions softly = new SoftAssertions();
    for (Row fact : facts) {
      String period =
          "%s %s %s %s"
              .formatted(
                  fact.<Object>getAs("vintage"),
                  fact.getAs("window"),
                  fact.getAs("year"),
                  fact.getAs("category_group"));
      String level = fact.getAs("area_level");
      String area = fact.getAs("area");
      for (String metric : ReferenceFigures.ADDITIVE) {
        Long value = fact.getAs(metric);
        if (value == null) {
          continue;
        }
        String key = period + " " + metric;
        sums.merge("%s %s %s".formatted(level, area, key), value, Long::sum);
        if (level.equals("station")) {
          sums.merge("sum of stations %s %s".formatted(districts.get(area), key), value, Long::sum);
        } else if (level.equals("district")) {
          sums.merge("sum of districts force %s".formatted(key), value, Long::sum);
        }
      }
      if (fact.getAs("cases_cleared") != null) {
        softly
            .assertThat(
                fact.<Long>getAs("cases_cleared_current")
                    + fact.<Long>getAs("cases_cleared_backlog"))
            .as(period + " " + area)
            .isEqualTo(fact.<Long>getAs("cases_cleared"));
      }
    }
    sums.forEach(
        (key, value) -> {
          if (key.startsWith("sum of stations")) {
            softly
                .assertThat(sums.get(key.replace("sum of stations", "district")))
                .as(key)
                .isEqualTo(value);
          } else if (key.startsWith("sum of districts")) {
            softly
                .assertThat(sums.get(key.replace("sum of districts", "force")))
                .as(key)
                .isEqualTo(value);
          }
        });
    assertThat(sums.keySet())
        .anyMatch(key -> key.startsWith("sum of stations"))
        .anyMatch(key -> key.startsWith("sum of districts"));
    softly.assertAll();
  }
}
