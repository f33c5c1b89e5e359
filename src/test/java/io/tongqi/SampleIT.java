package io.tongqi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tongqi.claims.Judge;
import io.tongqi.claims.Judgement;
import io.tongqi.claims.Judgement.Verdict;
import io.tongqi.claims.MatchingRecords;
import io.tongqi.claims.PublishedFigures;
import io.tongqi.claims.Statement;
import io.tongqi.claims.Statement.Subject;
import io.tongqi.claims.Statements;
import io.tongqi.domain.Area;
import io.tongqi.domain.AreaLevel;
import io.tongqi.domain.Comparator;
import io.tongqi.domain.Metric;
import io.tongqi.domain.Vintage;
import io.tongqi.release.Release;
import io.tongqi.release.Releases;
import io.tongqi.settings.ClaimsFile;
import io.tongqi.settings.ClaimsFile.Claim;
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
import java.util.stream.Stream;
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

  private static Path folder;

  @BeforeAll
  static void runNightly() {
    folder = SharedSample.folder();
  }

  @Test
  void shouldGiveEveryFigureOfTheSample() {
    assertThat(SharedSample.night().differences(spark())).isEmpty();
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
    assertThat(SampleNight.local(other, "calls-2024-03").run()).isZero();

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
    Path file = Path.of("data-sample/claims-2024-h1.yaml");
    Path conf = folder.resolve("conf/tongqi.yaml");
    ClaimsFile report = ClaimsFile.load(file);
    Settings settings = SettingsFile.load(conf, Map.of());
    List<Statement> statements = Statements.of(report, settings);
    Judge judge = judge(settings, statements);

    // when
    List<Judgement> judgements = judge.judge(statements);
    int code = Main.execute("claims", file.toString(), "--conf", conf.toString());

    // then
    assertThat(judgements)
        .filteredOn(it -> it.verdict() != Verdict.SUPPORTED)
        .extracting(it -> it.statement().text(), Judgement::verdict)
        .containsExactly(
            tuple("刑事警情同比下降39.4%", Verdict.CONTRADICTED),
            tuple("群众安全感不断上升", Verdict.NOT_COMPUTABLE));
    assertThat(code).isEqualTo(3);
    for (Claim claim : report.statements()) {
      for (BigDecimal other : otherNumbers(claim)) {
        Statement wrong = Statements.of(stating(report, claim, other), settings).get(0);
        assertThat(judge.judge(List.of(wrong)).get(0).verdict())
            .as("%s, with %s", claim.text(), other)
            .isIn(verdicts(claim, other));
      }
    }
  }

  private static Judge judge(Settings settings, List<Statement> statements) {
    Tables tables = new Tables(spark(), folder.resolve("warehouse").toString());
    Release release = new Releases(spark(), tables).newest().orElseThrow();
    List<Subject> subjects =
        statements.stream().map(Statement::subject).flatMap(Optional::stream).toList();
    return new Judge(
        new MatchingRecords(tables, settings, release)
            .addedTo(new PublishedFigures(tables, release).of(subjects), subjects));
  }

  /**
   * What may come of another number than the stated one. Who states less than is true says nothing
   * wrong, and nobody can tell of more years than there are.
   */
  private static List<Verdict> verdicts(Claim claim, BigDecimal other) {
    boolean isLess = other.compareTo(claim.value()) < 0;
    if (claim.comparator() == Comparator.AT_LEAST && isLess) {
      return List.of(Verdict.SUPPORTED);
    }
    if (claim.comparator() == Comparator.BEST) {
      return List.of(isLess ? Verdict.SUPPORTED : Verdict.UNDETERMINED);
    }
    return List.of(Verdict.CONTRADICTED, Verdict.INCONSISTENT);
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

  /**
   * The stated number with each of its digits one more, and one less; of what it is to be at least
   * a tenth more, and a tenth less.
   */
  private static List<BigDecimal> otherNumbers(Claim claim) {
    if (claim.value() == null) {
      return List.of();
    }
    if (claim.comparator() == Comparator.AT_LEAST) {
      return Stream.of("1.1", "0.9").map(it -> claim.value().multiply(new BigDecimal(it))).toList();
    }
    String number = claim.value().toPlainString();
    return IntStream.range(0, number.length())
        .filter(place -> Character.isDigit(number.charAt(place)))
        .boxed()
        .flatMap(place -> Stream.of(1, 9).map(more -> moved(number, place, more)))
        .toList();
  }

  private static BigDecimal moved(String number, int place, int more) {
    int digit = (number.charAt(place) - '0' + more) % 10;
    return new BigDecimal(number.substring(0, place) + digit + number.substring(place + 1));
  }

  private static ClaimsFile stating(ClaimsFile report, Claim claim, BigDecimal value) {
    Claim other =
        new Claim(
            claim.text(),
            claim.metric(),
            claim.activity(),
            claim.group(),
            claim.area(),
            claim.window(),
            claim.comparator(),
            value,
            claim.precision(),
            claim.records());
    return new ClaimsFile(
        report.file(), report.area(), report.window(), report.asOf(), List.of(other));
  }
}
