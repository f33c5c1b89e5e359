package io.tongqi.figures;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.SmallForce;
import io.tongqi.SparkTest;
import io.tongqi.calendar.DayRange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources that tell in different ways which days they answer for, all in one run. */
class CoverageIT extends SparkTest {
  private static final DayRange ALL = range("2022-01-01", "2024-06-30");
  private static final DayRange HOLE = range("2023-03-01", "2023-05-31");
  private static final String DECLARED = "{from: 2022-01-01, to: 2024-06-30}";
  private static final Map<String, String> STATIONS = new LinkedHashMap<>();

  private static SmallForce force;
  private static SmallForce.Outcome compared;

  @BeforeAll
  static void compare(@TempDir Path folder) {
    emptyTables(folder.resolve("warehouse"));
    force = new SmallForce(folder).edit("tongqi.yaml", "years: 2", "years: 3");
    source("column", "{column: day}", "c1");
    deliver(
        "column/dump.csv",
        "c1,bicycle,2022-01-15",
        "c1,brawl,2024-01-05",
        "c1,brawl,2024-02-05",
        "c1,brawl,2024-03-05",
        "c1,brawl,2024-04-05",
        "c1,brawl,2024-05-05",
        "c1,brawl,2024-06-10");
    source("yearly", "{column: day, step: year}", "g1");
    deliver("yearly/dump.csv", "g1,bicycle,2022-03-03", "g1,bicycle,2024-02-01");
    source(
        "kinds",
        "[{files: 'theft*', from: 2023-01-01, to: 2024-06-30, category_groups: theft},"
            + " {files: '*', from: 2024-01-01, to: 2024-06-30, category_groups: [brawl]}]",
        "k1");
    deliver(
        "kinds/theft.csv", "k1,bicycle,2023-03-01", "k1,bicycle,2024-03-01", "k1,brawl,2023-04-01");
    deliver("kinds/brawl.csv", "k1,brawl,2024-02-01");
    source("misnamed", "{name: '(\\d{4}-\\d{2})', format: yyyy-MM}", "m1");
    deliver("misnamed/2024-01.csv", "m1,brawl,2024-01-10");
    deliver("misnamed/2024-02.csv", "m1,brawl,2024-01-10");
    deliver("misnamed/2024-03.csv", "m1,brawl,2024-01-11", "m1,brawl,2024-02-12");
    deliver("misnamed/2024-04.csv");
    source("silent", DECLARED, "d1", "d2");
    deliver("silent/dump.csv", daily(it -> !HOLE.contains(it), "d1", "d2"));
    source("one-silent", DECLARED, "e1", "e2");
    deliver(
        "one-silent/dump.csv",
        daily(it -> true, "e1", "e1", "e1"),
        daily(it -> !HOLE.contains(it), "e2"));
    source(
        "settled",
        DECLARED + "\nquiet: {from: 2023-03-01, to: 2023-05-31, because: the station was closed}",
        "q1");
    deliver("settled/dump.csv", daily(it -> !HOLE.contains(it), "q1"));
    source("lasting", DECLARED, "w1", "w2");
    deliver(
        "lasting/dump.csv",
        daily(it -> it.isBefore(LocalDate.of(2024, 6, 1)), "w1"),
        daily(it -> true, "w2"));
    lateSource("late", "l1", it -> true);
    lateSource("late-silent", "l2", it -> it.isBefore(LocalDate.of(2024, 5, 15)));
    source("yearbook", "{from: 2023-03-01, to: 2023-06-30}\nresolution: year", "y1");
    deliver("yearbook/2023.csv", "y1,brawl,2023-01-01", "y1,brawl,2023-01-01");
    writeReference();

    SmallForce.Outcome taken = force.run("ingest");
    assertThat(taken.code()).as(taken.err()).isZero();
    compared = force.run("compare", "--as-of", "2024-06-30");
    assertThat(compared.code()).as(compared.err()).isZero();
  }

  @Test
  void shouldCoverOnlyMonthsWithRowsByAColumn() {
    assertThat(receipts("column"))
        .containsExactly("dump.csv 2022-01-01..2022-01-31 2024-01-01..2024-06-10");
    assertThat(receipts("yearly"))
        .containsExactly("dump.csv 2022-01-01..2022-12-31 2024-01-01..2024-02-01");
    assertThat(days("c1", "all"))
        .containsExactly("2022 31 of 181, 1", "2023 0 of 181, null", "2024 162 of 182, 6");
  }

  @Test
  void shouldCoverAGroupWhereAllItsCategoriesAre() {
    assertThat(days("k1", "theft"))
        .containsExactly("2022 0 of 181, null", "2023 181 of 181, 1", "2024 182 of 182, 1");
    assertThat(days("k1", "brawl"))
        .containsExactly("2022 0 of 181, null", "2023 0 of 181, null", "2024 182 of 182, 1");
    assertThat(days("k1", "all"))
        .containsExactly("2022 0 of 181, null", "2023 0 of 181, null", "2024 182 of 182, 2");
    assertThat(
            force.query(
                spark(),
                "SELECT path, rows_read, rows_outside FROM bronze.receipts WHERE source = 'kinds' ORDER BY path"))
        .containsExactly("brawl.csv 1 0", "theft.csv 3 1");
    assertThat(states("kinds", "k1", "all"))
        .contains(
            "2023-01-01..2023-12-31 unknown: no file that covers these days is delivered for the category brawl",
            "2024-01-01..2024-06-30 covered: null");
  }

  @Test
  void shouldCoverNothingByAFileWhoseRowsLieElsewhere() {
    assertThat(receipts("misnamed"))
        .containsExactly(
            "2024-01.csv 2024-01-01..2024-01-31",
            "2024-02.csv ",
            "2024-03.csv ",
            "2024-04.csv 2024-04-01..2024-04-30");
    assertThat(notes())
        .contains(
            "source misnamed: file 2024-02.csv covers nothing: it claims 2024-02-01..2024-02-29, but none of its 1 rows lies on these days; deliver the right content, or rename it",
            "source misnamed: file 2024-03.csv covers nothing: it claims 2024-03-01..2024-03-31, but none of its 2 rows lies on these days; deliver the right content, or rename it",
            "source column: file dump.csv has no row in 2022-02..2023-12 and does not answer for these days; if that is normal for this source, declare from and to under covers in FORCE/column.yaml",
            "source kinds: file theft.csv has 1 rows of stations or categories that it does not answer for; they are booked all the same");
  }

  @Test
  void shouldDoubtASilenceTooLongToBeChance() {
    assertThat(days("d1", "all"))
        .containsExactly("2022 181 of 181, 181", "2023 89 of 181, 89", "2024 182 of 182, 182");
    assertThat(states("silent", "d2", "all"))
        .contains(
            "2023-03-01..2023-05-31 doubtful: 0 rows where the year before and the year after let expect about 184, too few to be chance; if it is true, say so under quiet in the mapping");
    assertThat(
            force.query(
                spark(),
                "SELECT DISTINCT record FROM gold.decade_comparison WHERE area = 'd1' AND category_group = 'all'"
                    + " AND metric = 'incidents_reported' AND window = 'year_to_date'"))
        .containsExactly("undetermined");
  }

  @Test
  void shouldDoubtTheSilenceOfOneStationAlone() {
    assertThat(days("e1", "all")).contains("2023 181 of 181, 543");
    assertThat(days("e2", "all")).contains("2023 89 of 181, 89");
  }

  @Test
  void shouldNotDoubtWhatTheMappingSettles() {
    assertThat(days("q1", "all")).contains("2023 181 of 181, 89");
    assertThat(states("settled", "q1", "all")).noneMatch(it -> it.contains("doubtful"));
  }

  @Test
  void shouldNotDoubtDaysOfWhichTheRestIsRecordedLater() {
    assertThat(days("l1", "all")).contains("2024 182 of 182, 3714");
    assertThat(states("late", "l1", "all")).noneMatch(it -> it.contains("doubtful"));
    assertThat(states("late-silent", "l2", "all"))
        .anyMatch(it -> it.startsWith("2024-05-15..2024-06-30 doubtful: 0 rows"));
  }

  @Test
  void shouldTellTheLongestSilenceAndWhoIsSilentNow() {
    assertThat(compared.out())
        .contains(
            "source silent: longest silence 2023-03-01..2023-05-31 (92 days); stations silent now: none")
        .contains("source lasting: longest silence none; stations silent now: w1 since 2024-06-01")
        .contains(
            "source silent: incidents_reported of 2 stations is doubtful from 2023-03-01 to 2023-05-31: 0 rows where");
    assertThat(force.read("warehouse/run.json"))
        .contains("stations silent now: w1 since 2024-06-01");
    assertThat(force.run("doctor").out())
        .contains("coverage    source lasting: longest silence none; stations silent now: w1");
  }

  @Test
  void shouldShowAPartialYear() {
    assertThat(
            force.query(
                spark(),
                "SELECT incidents_reported, days_covered, days FROM gold.period_facts WHERE area = 'y1'"
                    + " AND window = 'last_year' AND year = 2023 AND vintage = 'latest' AND category_group = 'all'"))
        .containsExactly("2 122 365");
  }

  private static List<String> receipts(String source) {
    return force.query(
        spark(),
        "SELECT path, array_join(transform(covered, it -> concat(it.first_day, '..', it.last_day)), ' ')"
            + " FROM bronze.receipts WHERE source = '%s' ORDER BY path".formatted(source));
  }

  private static List<String> days(String station, String group) {
    return force.query(
        spark(),
        "SELECT concat(year, ' ', days_covered, ' of ', days, ', ', coalesce(CAST(incidents_reported AS STRING), 'null'))"
            + " FROM gold.period_facts WHERE area = '%s' AND category_group = '%s'"
                .formatted(station, group)
            + " AND window = 'year_to_date' AND vintage = 'latest' ORDER BY year");
  }

  private static List<String> states(String source, String station, String group) {
    return force.query(
        spark(),
        "SELECT concat(first_day, '..', last_day, ' ', state, ': ', coalesce(reason_en, 'null'))"
            + " FROM silver.coverage WHERE source = '%s' AND station = '%s' AND category_group = '%s'"
                .formatted(source, station, group)
            + " ORDER BY first_day");
  }

  private static String notes() {
    try (Stream<Path> runs = Files.list(force.path("warehouse/runs"))) {
      Path ingest =
          runs.filter(it -> it.toString().endsWith("-ingest.json")).findFirst().orElseThrow();
      return force
          .read("warehouse/runs/" + ingest.getFileName())
          .replace(force.path("").toString(), "FORCE");
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void source(String name, String covers, String... stations) {
    for (String station : stations) {
      STATIONS.put(station, name);
    }
    force.write(
        name + ".yaml",
        """
        source: %s
        root: %s
        files: "*.csv"
        format: csv
        mode: ledger
        timestamps: [yyyy-MM-dd]
        fields: {station: station, category: category, reported_at: day}
        books: {measure: incidents_reported, stations: [%s]}
        covers: %s
        """
            .formatted(name, name, String.join(", ", stations), covers));
  }

  /**
   * It records a line of each kind on the day itself, and on each from the tenth to the 19th day
   * after it.
   */
  private static void lateSource(String name, String station, Predicate<LocalDate> isMeant) {
    source(name, DECLARED, station);
    force.edit(name + ".yaml", "reported_at: day", "reported_at: day, recorded_at: recorded");
    force.write(
        name + "/dump.csv",
        ALL.dates()
            .filter(isMeant)
            .flatMap(
                day ->
                    IntStream.concat(IntStream.of(0), IntStream.range(10, 20))
                        .mapToObj(day::plusDays)
                        .filter(ALL::contains)
                        .map(recorded -> day + "," + recorded))
            .flatMap(days -> Stream.of("brawl," + days, "bicycle," + days))
            .map(it -> station + "," + it + "\n")
            .collect(joining("", "station,category,day,recorded\n", "")));
  }

  private static void deliver(String file, String... lines) {
    force.write(file, "station,category,day\n" + String.join("\n", lines) + "\n");
  }

  private static void deliver(String file, String[] lines, String[] others) {
    List<String> all = new ArrayList<>(List.of(lines));
    all.addAll(List.of(others));
    deliver(file, all.toArray(String[]::new));
  }

  /** A line a day and station, on the days that fit. */
  private static String[] daily(Predicate<LocalDate> isMeant, String... stations) {
    return ALL.dates()
        .filter(isMeant)
        .flatMap(day -> List.of(stations).stream().map(it -> it + ",brawl," + day))
        .toArray(String[]::new);
  }

  private static void writeReference() {
    StringBuilder stations =
        new StringBuilder("station,valid_from,valid_to,name_zh,name_en,district,successor\n");
    STATIONS.keySet().forEach(it -> stations.append(it + ",2010-01-01,,站,Station,centre,\n"));
    force
        .write("reference/stations.csv", stations.toString())
        .write(
            "reference/groups.csv",
            "category_group,name_zh,name_en,comparable_from\nall,全部,All,\ntheft,盗窃,Theft,\nbrawl,斗殴,Brawl,\n")
        .write(
            "reference/categories.csv",
            "category,category_group\nbicycle,theft\nbicycle,all\nbrawl,all\nbrawl,brawl\n")
        .edit(
            "tongqi.yaml",
            "[calls.yaml]",
            "["
                + String.join(".yaml, ", List.copyOf(new LinkedHashSet<>(STATIONS.values())))
                + ".yaml]");
  }

  private static DayRange range(String first, String last) {
    return new DayRange(LocalDate.parse(first), LocalDate.parse(last));
  }
}
