package io.tongqi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tongqi.claims.Judge;
import io.tongqi.claims.Judgement;
import io.tongqi.claims.Judgement.Verdict;
import io.tongqi.claims.PublishedFigures;
import io.tongqi.claims.Statement;
import io.tongqi.claims.Statements;
import io.tongqi.domain.Area;
import io.tongqi.domain.AreaLevel;
import io.tongqi.domain.Metric;
import io.tongqi.domain.Vintage;
import io.tongqi.release.Release;
import io.tongqi.release.Releases;
import io.tongqi.settings.ClaimsFile;
import io.tongqi.settings.Settings;
import io.tongqi.settings.SettingsFile;
import io.tongqi.tables.KernelReader;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import io.tongqi.trace.Figure;
import io.tongqi.trace.Part;
import io.tongqi.trace.Trace;
import io.tongqi.trace.TracedRecords;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The main job on the committed sample, through the command line, held against its figures. */
class SampleIT extends SparkTest {
  private static final String GAOMING =
      "as_of = DATE'2024-06-30' AND window = 'last_half' AND area = 'gaoming'";

  @TempDir private static Path folder;
  private static SampleNight night;
  private static int exitCode;

  @BeforeAll
  static void runNightly() throws IOException {
    night = night(folder, "");
    exitCode = night.run();
  }

  @Test
  void shouldGiveEveryFigureOfTheSample() {
    assertThat(exitCode).isZero();
    assertThat(night.differences(spark())).isEmpty();
  }

  @Test
  void shouldLetASecondReaderReadEveryGoldTable() throws IOException {
    for (Table table : Table.values()) {
      if (table.layer().equals("gold")) {
        String location = folder.resolve("warehouse/gold/" + table.table()).toString();
        assertThat(KernelReader.rows(location))
            .as(table.fullName())
            .isEqualTo(KernelReader.rows(spark().read().format("delta").load(location)));
      }
    }
  }

  @Test
  void shouldBeUndeterminedWhenAMonthlyDeliveryIsMissing(@TempDir Path other) throws IOException {
    assertThat(night(other, "calls-2024-03").run()).isZero();

    Row record =
        spark()
            .read()
            .format("delta")
            .load(other.resolve("warehouse/gold/decade_comparison").toString())
            .where(GAOMING)
            .where(
                "vintage = 'latest' AND category_group = 'criminal' AND metric = 'zero_incident_days'")
            .first();

    assertThat(record.<String>getAs("record")).isEqualTo("undetermined");
    assertThat(record.<String>getAs("record_reason_en"))
        .isEqualTo(
            "Cannot be determined whether 2024 is the highest of the 10 same periods of 2015 to 2024:"
                + " 2024: 2024-03-01 to 2024-03-31 (31 of 182 days) is not delivered");
    assertThat(record.<String>getAs("record_reason_zh"))
        .isEqualTo("无法判定2024年是否为2015—2024年10个同期中最多的：2024年：2024-03-01至2024-03-31（182天中的31天）未收到数据");
  }

  @Test
  void shouldSupportEveryTrueClaimOfTheReportAndNoOtherNumber() {
    // given
    Path report = Path.of("data-sample/claims-2024-h1.yaml");
    Path conf = folder.resolve("conf/tongqi.yaml");
    List<Statement> statements =
        Statements.of(ClaimsFile.load(report), SettingsFile.load(conf, Map.of()));
    Tables tables = new Tables(spark(), folder.resolve("warehouse").toString());
    Release release = new Releases(spark(), tables).newest().orElseThrow();
    Judge judge =
        new Judge(
            new PublishedFigures(tables, release)
                .of(
                    statements.stream()
                        .map(Statement::subject)
                        .flatMap(Optional::stream)
                        .toList()));

    // when
    List<Judgement> judgements = judge.judge(statements);
    int code = Main.execute("claims", report.toString(), "--conf", conf.toString());

    // then
    assertThat(judgements)
        .filteredOn(it -> it.verdict() != Verdict.SUPPORTED)
        .extracting(it -> it.statement().text(), Judgement::verdict)
        .containsExactly(
            tuple("刑事警情同比下降39.4%", Verdict.CONTRADICTED),
            tuple("群众安全感不断上升", Verdict.NOT_COMPUTABLE));
    assertThat(code).isEqualTo(3);
    for (Statement statement : statements) {
      for (BigDecimal other : otherNumbers(statement)) {
        Statement wrong = withValue(statement, other);
        assertThat(judge.judge(List.of(wrong)).get(0).verdict())
            .as("%s, with %s", statement.text(), other)
            .isNotEqualTo(Verdict.SUPPORTED);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "INCIDENTS_REPORTED, theft, 2024, LATEST",
    "DEATHS, road_traffic, 2023, EQUAL_AGE",
    "CASES_CLEARED_BACKLOG, criminal, 2024, LATEST",
    "COHORT_CLEARANCE_RATE, ten_grave, 2022, EQUAL_AGE",
    "COHORT_CLEARANCE_TO_DATE_RATE, theft, 2020, LATEST",
    "COHORT_RECOVERY_RATE, theft, 2024, LATEST",
    "ARRIVAL_WITHIN_3_MIN_RATE, all, 2024, LATEST",
  })
  void shouldTraceAFigureToItsEntriesAndItsRecords(
      Metric metric, String group, int year, Vintage vintage) {
    // given
    Settings settings = SettingsFile.load(folder.resolve("conf/tongqi.yaml"), Map.of());
    Tables tables = new Tables(spark().newSession(), folder.resolve("warehouse").toString());
    tables.name();
    Release release = new Releases(tables.spark(), tables).newest().orElseThrow();
    Area area = new Area(AreaLevel.DISTRICT, "gaoming");
    Trace trace =
        Trace.of(
            tables, settings, release, new Figure(metric, area, group, "last_half", year, vintage));
    TracedRecords records = TracedRecords.of(trace);

    for (Part part : Part.of(metric)) {
      // when
      Long published = trace.published(part);

      // then
      assertThat(published).as(part.column()).isPositive();
      assertThat(trace.sum(part)).as(part.column()).isEqualTo(published);
      assertThat(Trace.sum(records.booking(part), "amount")).as(part.column()).isEqualTo(published);
    }
  }

  /** The stated number with each of its digits one more. */
  private static List<BigDecimal> otherNumbers(Statement statement) {
    if (statement.value() == null) {
      return List.of();
    }
    String number = statement.value().toPlainString();
    return IntStream.range(0, number.length())
        .filter(place -> Character.isDigit(number.charAt(place)))
        .mapToObj(
            place ->
                number.substring(0, place)
                    + (number.charAt(place) - '0' + 1) % 10
                    + number.substring(place + 1))
        .map(BigDecimal::new)
        .toList();
  }

  private static Statement withValue(Statement statement, BigDecimal value) {
    return new Statement(
        statement.number(),
        statement.text(),
        statement.subject(),
        statement.comparator(),
        value,
        statement.precision());
  }

  private static SampleNight night(Path target, String withoutFile) throws IOException {
    Path deliveries = target.resolve("deliveries");
    SampleNight.deliver(deliveries, withoutFile);
    return new SampleNight(target, target.resolve("warehouse").toString(), deliveries.toString());
  }
}
