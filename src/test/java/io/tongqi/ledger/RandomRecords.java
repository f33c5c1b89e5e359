package io.tongqi.ledger;

import io.tongqi.calendar.DayRange;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Records with awkward histories, from a seed; some contradict themselves. */
final class RandomRecords {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
  private static final LocalDate FIRST = LocalDate.of(2019, 1, 1);
  private static final LocalDate LAST = LocalDate.of(2024, 12, 31);
  private static final long[] ARRIVALS = {0, 59, 60, 61, 180, 181, 300, 301, 2_000};
  private static final long[] CLEARANCES = {
    600, 3_600, 3_601, 86_400, 86_401, 9_000_000, 63_000_000
  };
  private static final List<String> CATEGORIES =
      List.of("burglary", "robbery", "fraud", "crash", "noise");

  private final Random random;
  private final double contradictions;
  private double shareReported = 0.85;

  RandomRecords(long seed) {
    this(seed, 0.2);
  }

  /** With that chance that a version comes with another one of the same time. */
  RandomRecords(long seed, double contradictions) {
    this.random = new Random(seed);
    this.contradictions = contradictions;
  }

  /** These, each with a time of report and one of occurrence. */
  RandomRecords allDated() {
    shareReported = 1;
    return this;
  }

  /** Whether versions tell when they were recorded. */
  enum VersionTimes {
    ALWAYS,
    NEVER,
    SOMETIMES
  }

  /**
   * Files with versions of so many records, two files a day, a record's versions in any of them.
   */
  List<CsvDelivery> changes(int records, VersionTimes times) {
    TreeMap<LocalDate, List<RecordVersion>> files = new TreeMap<>();
    for (LocalDate day = LocalDate.of(2019, 6, 30); !day.isAfter(LAST); day = day.plusMonths(6)) {
      files.put(day, new ArrayList<>());
    }
    for (int number = 0; number < records; number++) {
      boolean isTimed =
          times == VersionTimes.ALWAYS || (times == VersionTimes.SOMETIMES && random.nextBoolean());
      boolean isMixed = times == VersionTimes.SOMETIMES && chance(0.3);
      Map<String, String> cells = record("r" + number);
      TreeSet<LocalDate> free = new TreeSet<>(files.keySet());
      LocalDateTime recorded = latest(cells);
      LocalDate untimed = null;
      for (int version = 0; version < 1 + random.nextInt(4); version++) {
        Map<String, String> said = new LinkedHashMap<>(cells);
        if (isTimed != (isMixed && chance(0.5))) {
          recorded = later(recorded, latest(cells)).plusSeconds(random.nextInt(10_000_000));
          if (untimed != null && chance(0.7)) {
            recorded = untimed.atStartOfDay().minusSeconds(random.nextInt(28_800));
          }
          said.put("recorded_at", recorded.format(TIME));
        }
        List<LocalDate> days =
            new ArrayList<>(free.tailSet(latest(said).toLocalDate().plusDays(1), true));
        if (days.isEmpty()) {
          break;
        }
        LocalDate delivered = days.get(random.nextInt(Math.min(3, days.size())));
        free.remove(delivered);
        untimed = said.containsKey("recorded_at") ? untimed : delivered;
        files.get(delivered).add(new RecordVersion(said, delivered));
        if (chance(0.15)) {
          files.get(delivered).add(new RecordVersion(said, delivered));
        }
        if (chance(contradictions)) {
          files.get(delivered).add(contradicting(said, delivered));
        }
        change(cells);
      }
    }
    return deliveries(files).stream().flatMap(this::halves).toList();
  }

  /** A version of the same time that says something else, and may tell that it came later. */
  private RecordVersion contradicting(Map<String, String> said, LocalDate delivered) {
    Map<String, String> other = new LinkedHashMap<>(said);
    switch (random.nextInt(3)) {
      case 0 -> other.put("category", one(CATEGORIES));
      case 1 -> other.put("status", "withdrawn");
      default -> number(other, "loss_cents", 1, 100_000);
    }
    if (chance(0.4)) {
      other.put(RecordVersion.REVISION, String.valueOf(9 + random.nextInt(2)));
    }
    return new RecordVersion(other, delivered);
  }

  private Stream<CsvDelivery> halves(CsvDelivery file) {
    Map<Boolean, List<RecordVersion>> halves =
        file.versions().stream().collect(Collectors.partitioningBy(version -> chance(0.5)));
    return Stream.of(
        new CsvDelivery(2 * file.number(), file.deliveredOn(), file.covers(), halves.get(true)),
        new CsvDelivery(
            2 * file.number() + 1, file.deliveredOn(), file.covers(), halves.get(false)));
  }

  /** Files of signed entries without a key, some of them alike, two of a day among them. */
  List<CsvDelivery> entries(int rows) {
    TreeMap<LocalDate, List<RecordVersion>> files = new TreeMap<>();
    for (int year = 2023; year <= 2026; year++) {
      files.put(LocalDate.of(year, 3, 1), new ArrayList<>());
    }
    for (int number = 0; number < rows; number++) {
      Map<String, String> cells = record("");
      cells.remove("record_id");
      if (chance(0.3)) {
        cells.put("count", "-1");
        cells.put("loss_cents", "-700");
      }
      LocalDate delivered = new ArrayList<>(files.keySet()).get(random.nextInt(files.size()));
      if (latest(cells).toLocalDate().isBefore(delivered)) {
        for (int copy = 0; copy < (chance(0.3) ? 2 : 1); copy++) {
          files.get(delivered).add(new RecordVersion(Map.copyOf(cells), delivered));
        }
      }
    }
    return deliveries(files).stream().flatMap(this::halves).map(this::ofSomeYears).toList();
  }

  /** The same file, which says that it answers for a year and the next only, whatever it holds. */
  private CsvDelivery ofSomeYears(CsvDelivery file) {
    int year = 2019 + random.nextInt(4);
    return new CsvDelivery(
        file.number(),
        file.deliveredOn(),
        new DayRange(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 12, 31)),
        file.versions());
  }

  /** Snapshots of one year or of all: records change, vanish and come back between them. */
  List<CsvDelivery> snapshots(int records) {
    List<Map<String, String>> standing = new ArrayList<>();
    for (int number = 0; number < records; number++) {
      standing.add(record("s" + number));
    }
    List<CsvDelivery> snapshots = new ArrayList<>();
    for (int number = 0; number < 6; number++) {
      LocalDate delivered = LocalDate.of(2028, 1, 15).plusMonths(number);
      int year = 2019 + random.nextInt(4);
      DayRange covers =
          chance(0.5)
              ? new DayRange(FIRST, LAST)
              : new DayRange(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 12, 31));
      List<RecordVersion> versions = new ArrayList<>();
      for (Map<String, String> cells : standing) {
        RecordVersion version = new RecordVersion(Map.copyOf(cells), delivered);
        if (covers.contains(version.day()) && chance(0.75)) {
          versions.add(version);
          if (chance(contradictions)) {
            versions.add(contradicting(cells, delivered));
          }
        }
        if (chance(0.3)) {
          change(cells);
        }
      }
      CsvDelivery snapshot = new CsvDelivery(number, delivered, covers, versions);
      halves(snapshot).forEach(snapshots::add);
    }
    return snapshots;
  }

  /** Files in random order and grouping, in so many groups. */
  List<List<CsvDelivery>> groups(List<CsvDelivery> files, int groups) {
    List<CsvDelivery> shuffled = new ArrayList<>(files);
    Collections.shuffle(shuffled, random);
    List<List<CsvDelivery>> grouped = new ArrayList<>();
    for (int group = 0; group < groups; group++) {
      grouped.add(
          shuffled.subList(
              group * shuffled.size() / groups, (group + 1) * shuffled.size() / groups));
    }
    return grouped;
  }

  /** The file with some of its lines left out and others changed. */
  CsvDelivery replaced(CsvDelivery file) {
    List<RecordVersion> newer = new ArrayList<>();
    for (RecordVersion version : file.versions()) {
      if (chance(0.6)) {
        Map<String, String> cells = new LinkedHashMap<>(version.cells());
        cells.put("category", one(CATEGORIES));
        newer.add(new RecordVersion(cells, file.deliveredOn()));
      }
    }
    return file.with(newer);
  }

  private List<CsvDelivery> deliveries(Map<LocalDate, List<RecordVersion>> files) {
    List<CsvDelivery> deliveries = new ArrayList<>();
    files.forEach(
        (day, versions) ->
            deliveries.add(
                new CsvDelivery(deliveries.size(), day, new DayRange(FIRST, LAST), versions)));
    return deliveries;
  }

  private Map<String, String> record(String id) {
    Map<String, String> cells = new TreeMap<>();
    cells.put("record_id", id);
    cells.put("category", one(CATEGORIES));
    LocalDateTime reported =
        FIRST
            .atStartOfDay()
            .plusDays(10 + random.nextInt(1_400))
            .plusSeconds(random.nextInt(86_400));
    put(cells, "reported_at", shareReported, reported);
    put(
        cells,
        "occurred_at",
        cells.containsKey("reported_at") && shareReported < 1 ? 0.7 : 1,
        reported.minusHours(random.nextInt(70)));
    put(cells, "filed_at", 0.7, reported.plusHours(random.nextInt(60)));
    put(cells, "arrived_at", 0.6, reported.plusSeconds(ARRIVALS[random.nextInt(ARRIVALS.length)]));
    number(cells, "count", 0.2, 3);
    number(cells, "deaths", 0.2, 3);
    number(cells, "injuries", 0.2, 4);
    number(cells, "loss_cents", 0.6, 100_000);
    if (chance(0.3)) {
      clear(cells);
    }
    cells.put("station", TestForce.stationOn(new RecordVersion(cells, LAST), random));
    return cells;
  }

  private void clear(Map<String, String> cells) {
    LocalDateTime from =
        LocalDateTime.parse(
            cells.getOrDefault("reported_at", cells.getOrDefault("occurred_at", "")), TIME);
    LocalDateTime cleared = from.plusSeconds(CLEARANCES[random.nextInt(CLEARANCES.length)]);
    if (cells.containsKey("filed_at")) {
      cleared = later(cleared, LocalDateTime.parse(cells.get("filed_at"), TIME));
    }
    cells.put("cleared_at", cleared.format(TIME));
    number(cells, "cleared_count", 0.2, 3);
    number(cells, "recovered_cents", 0.6, 50_000);
    put(cells, "recovered_at", 0.5, cleared.plusDays(random.nextInt(700)));
  }

  private void change(Map<String, String> cells) {
    switch (random.nextInt(8)) {
      case 0 -> cells.put("category", one(CATEGORIES));
      case 1 -> cells.put("station", TestForce.stationOn(new RecordVersion(cells, LAST), random));
      case 2 -> cells.put("status", "withdrawn");
      case 3 -> cells.remove("status");
      case 4 -> number(cells, "loss_cents", 1, 100_000);
      case 5 -> cells.remove("filed_at");
      case 6 -> number(cells, "count", 1, 4);
      default -> clear(cells);
    }
  }

  private LocalDateTime latest(Map<String, String> cells) {
    return cells.entrySet().stream()
        .filter(cell -> cell.getKey().endsWith("_at"))
        .map(cell -> LocalDateTime.parse(cell.getValue(), TIME))
        .reduce(RandomRecords::later)
        .orElseThrow();
  }

  private static LocalDateTime later(LocalDateTime one, LocalDateTime other) {
    return one.isAfter(other) ? one : other;
  }

  private void put(Map<String, String> cells, String column, double share, LocalDateTime time) {
    if (chance(share)) {
      cells.put(column, time.format(TIME));
    }
  }

  private void number(Map<String, String> cells, String column, double share, int bound) {
    if (chance(share)) {
      cells.put(column, String.valueOf(random.nextInt(bound)));
    }
  }

  private String one(List<String> values) {
    return values.get(random.nextInt(values.size()));
  }

  private boolean chance(double share) {
    return random.nextDouble() < share;
  }
}
