package io.tongqi.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.domain.Area;
import io.tongqi.domain.AreaLevel;
import io.tongqi.domain.CanonicalColumn;
import io.tongqi.domain.Format;
import io.tongqi.domain.Measure;
import io.tongqi.domain.Mode;
import io.tongqi.domain.Resolution;
import io.tongqi.domain.UnknownCodes;
import io.tongqi.reference.District;
import io.tongqi.reference.Group;
import io.tongqi.reference.Membership;
import io.tongqi.reference.ReferenceData;
import io.tongqi.reference.Station;
import io.tongqi.settings.Booking;
import io.tongqi.settings.Force;
import io.tongqi.settings.Settings;
import io.tongqi.settings.SourceMapping;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EvidenceTest {
  private static final Area FORCE = new Area(AreaLevel.FORCE, "force");
  private static final Area EAST = new Area(AreaLevel.DISTRICT, "east");
  private static final Area OLD = new Area(AreaLevel.STATION, "old");
  private static final Area NEW = new Area(AreaLevel.STATION, "new");
  private static final Area WEST = new Area(AreaLevel.STATION, "west1");
  private static final Set<Measure> INCIDENTS = Set.of(Measure.INCIDENTS_REPORTED);

  /** On the 5th, `old` became `new`; `west1` has been there all the time. */
  private static final ReferenceData REFERENCE =
      ReferenceData.of(
          List.of(
              new Station("old", day(-999), day(4), "旧", "Old", "east", null, "old"),
              new Station("new", day(5), null, "新", "New", "east", null, "new"),
              new Station("west1", day(-999), null, "西", "West", "west", null, "west1")),
          List.of(
              new District("east", "东", "East", null), new District("west", "西", "West", day(3))),
          List.of(new Group("all", "全", "All", null), new Group("theft", "盗", "Theft", day(2))),
          List.of(new Membership("burglary", "theft"), new Membership("burglary", "all")));

  @Test
  void shouldCoverADistrictOnDaysForWhichAllItsStationsOfThatDayDelivered() {
    Evidence evidence =
        evidence(
            List.of(source("calls", Booking.of(Measure.INCIDENTS_REPORTED))),
            List.of(
                new Delivery("calls", day(1), day(9), "old"),
                new Delivery("calls", day(7), day(9), "new")),
            List.of());

    assertThat(daysCovered(evidence, EAST, INCIDENTS)).isEqualTo(7);
    assertThat(daysCovered(evidence, OLD, INCIDENTS)).isEqualTo(4);
    assertThat(daysCovered(evidence, NEW, INCIDENTS)).isEqualTo(3);
    assertThat(daysCovered(evidence, WEST, INCIDENTS)).isZero();
    assertThat(daysCovered(evidence, FORCE, INCIDENTS)).isZero();
  }

  @Test
  void shouldCoverAMetricWhereEverySourceOfItsMeasuresDelivered() {
    Evidence evidence =
        evidence(
            List.of(
                source("calls", Booking.of(Measure.INCIDENTS_REPORTED)),
                source(
                    "cases",
                    new Booking(Measure.CASES_FILED, null, day(4), Set.of(), Set.of("theft")))),
            List.of(
                new Delivery("calls", day(1), day(9), null),
                new Delivery("cases", day(3), day(9), null)),
            List.of());

    assertThat(daysCovered(evidence, WEST, INCIDENTS)).isEqualTo(9);
    assertThat(daysCovered(evidence, WEST, Set.of(Measure.CASES_FILED))).isEqualTo(2);
    assertThat(daysCovered(evidence, WEST, Set.of(Measure.CASES_FILED, Measure.DEATHS))).isZero();
    assertThat(ground(evidence, WEST, "theft").all().daysCovered(day(1), day(9))).isEqualTo(7);
    assertThat(ground(evidence, WEST, "all").all().daysCovered(day(1), day(9))).isEqualTo(9);
    assertThat(ground(evidence, WEST, "all").of(Set.of(Measure.CASES_FILED)).isBooked()).isFalse();
  }

  @Test
  void shouldCountALineInEveryAreaAndGroupItMayBelongTo() {
    Evidence evidence =
        evidence(
            List.of(source("calls", Booking.of(Measure.INCIDENTS_REPORTED))),
            List.of(new Delivery("calls", day(1), day(9), null)),
            List.of(
                new OpenLine("calls", day(2), day(2), "new", "burglary", 1),
                new OpenLine("calls", day(6), day(6), "west1", null, 2),
                new OpenLine("calls", day(8), day(9), "no such station", "burglary", 4),
                new OpenLine("other", day(6), day(6), null, null, 8)));

    assertThat(lines(evidence, NEW, "theft", 1, 9)).isEqualTo(5);
    assertThat(lines(evidence, WEST, "theft", 1, 9)).isEqualTo(7);
    assertThat(lines(evidence, WEST, "theft", 1, 7)).isEqualTo(3);
    assertThat(lines(evidence, FORCE, "all", 1, 9)).isEqualTo(7);
    assertThat(evidence.daysUnknown(WEST, "theft").stream()).containsExactly(1, 5, 7, 8);
  }

  @Test
  void shouldTellSourcesWhoseLinesStandForMoreThanOneRecord() {
    Booking reported = Booking.of(Measure.INCIDENTS_REPORTED);
    Evidence records = evidence(List.of(source("calls", reported)), List.of(), List.of());
    Evidence sums =
        evidence(
            List.of(source("sums", reported, Map.of(CanonicalColumn.COUNT, "n"))),
            List.of(),
            List.of());

    assertThat(ground(records, WEST, "theft").of(INCIDENTS).isOneRecordALine()).isTrue();
    assertThat(ground(sums, WEST, "theft").of(INCIDENTS).isOneRecordALine()).isFalse();
  }

  @Test
  void shouldCompareOnlyDaysOnWhichAreaAndGroupWereWhatTheyAre() {
    Evidence evidence = evidence(List.of(), List.of(), List.of());

    assertThat(evidence.isComparable(NEW, "all", day(4), day(9))).isFalse();
    assertThat(evidence.isComparable(NEW, "all", day(5), day(9))).isTrue();
    assertThat(evidence.isComparable(OLD, "all", day(1), day(5))).isFalse();
    assertThat(evidence.isComparable(EAST, "all", day(1), day(9))).isTrue();
    assertThat(evidence.isComparable(EAST, "theft", day(1), day(9))).isFalse();
    assertThat(evidence.isComparable(new Area(AreaLevel.DISTRICT, "west"), "all", day(2), day(9)))
        .isFalse();
    assertThat(evidence.isComparable(WEST, "all", day(2), day(9))).isTrue();
  }

  private static int daysCovered(Evidence evidence, Area area, Set<Measure> measures) {
    return ground(evidence, area, "theft").of(measures).daysCovered(day(1), day(9));
  }

  private static Ground ground(Evidence evidence, Area area, String group) {
    return evidence.grounds().get(evidence.ground(area, group));
  }

  private static long lines(Evidence evidence, Area area, String group, int first, int last) {
    return evidence.linesInQuarantine(Set.of("calls"), area, group, day(first), day(last));
  }

  private static Evidence evidence(
      List<SourceMapping> sources, List<Delivery> deliveries, List<OpenLine> lines) {
    Settings settings =
        new Settings(
            Path.of("tongqi.yaml"),
            new Force("force", "市局", "Force"),
            ZoneId.of("Asia/Shanghai"),
            "",
            sources,
            REFERENCE,
            10,
            Map.of(),
            UnknownCodes.QUARANTINE,
            0.05,
            0.05,
            "",
            Map.of());
    return new Evidence(new Horizon(day(1), day(9)), settings, deliveries, lines);
  }

  private static SourceMapping source(String name, Booking booking) {
    return source(name, booking, Map.of());
  }

  private static SourceMapping source(
      String name, Booking booking, Map<CanonicalColumn, String> fields) {
    Map<Measure, Resolution> resolution = new EnumMap<>(Measure.class);
    resolution.put(booking.measure(), Resolution.DAY);
    return new SourceMapping(
        Path.of(name + ".yaml"),
        name,
        "",
        "*",
        Format.CSV,
        null,
        StandardCharsets.UTF_8,
        Map.of(),
        ZoneId.of("Asia/Shanghai"),
        Mode.CHANGES,
        Map.of(),
        Set.of(),
        List.of(),
        fields,
        List.of(booking),
        List.of(),
        Optional.empty(),
        resolution,
        Optional.empty(),
        LocalDate.of(1950, 1, 1),
        LocalDate.of(2100, 12, 31),
        "");
  }

  /** A day of June 2024; with a negative number, one of the years before. */
  private static LocalDate day(int number) {
    return LocalDate.of(2024, 5, 31).plusDays(number);
  }
}
