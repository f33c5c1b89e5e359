package io.tongqi.generate;

import static io.tongqi.generate.BulkIncident.NEVER;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;

/** Writes the incidents of a bulk in one pass, in the order of their reports. */
final class BulkRecords {
  private static final long SEED = 5_000_000;
  private static final int HOUR = 3600;
  private static final int DAY = 24 * HOUR;

  private final BulkSize size;
  private final SplittableRandom random = new SplittableRandom(SEED);
  private final List<byte[]> stations;
  private final List<byte[]> categories;
  private final LocalDate start;
  private final long first;
  private final long last;

  BulkRecords(BulkSize size) {
    this.size = size;
    stations = bytes(BulkReference.stationCodes(size));
    categories = bytes(BulkReference.categoryCodes(size));
    start = LocalDate.of(size.firstYear() - 1, 1, 1);
    first = seconds(LocalDate.of(size.firstYear(), 1, 1));
    last = seconds(LocalDate.of(size.lastYear() + 1, 1, 1)) - 1;
  }

  /** Writes the files into a folder. */
  void write(Path folder) throws IOException {
    BulkLine line = new BulkLine(start, day(last) + 1);
    long slot = (last - first) / size.incidents() + 1;
    try (BulkFiles files = new BulkFiles(folder, size, start)) {
      for (long number = 0; number < size.incidents(); number++) {
        long earliest = first + (long) ((double) number / size.incidents() * (last - first - slot));
        files.reach(day(earliest));
        versions(line, files, incident(number, earliest + random.nextLong(slot)));
      }
    }
  }

  /** One version, and a second one if the incident is cleared up after it was recorded. */
  private void versions(BulkLine line, BulkFiles files, BulkIncident incident) throws IOException {
    long recorded = within(incident.open().lastEvent() + 60 + random.nextInt(3 * HOUR));
    boolean isClearedLater = incident.cleared() > recorded;
    version(line, files, isClearedLater ? incident.open() : incident, recorded);
    long updated = Math.max(recorded + 1, incident.cleared() + 300 + random.nextInt(DAY));
    if (isClearedLater && updated <= last) {
      version(line, files, incident, updated);
    }
  }

  private void version(BulkLine line, BulkFiles files, BulkIncident incident, long recorded)
      throws IOException {
    line.start("B", incident.number(), 9)
        .time(recorded)
        .text(stations.get(incident.station()))
        .text(categories.get(incident.category()))
        .time(incident.occurred())
        .time(incident.reported())
        .time(incident.arrived())
        .time(incident.filed())
        .time(incident.cleared())
        .number(incident.lossYuan())
        .time(incident.recovered())
        .number(incident.recoveredYuan())
        .number(incident.deaths())
        .number(incident.injuries())
        .writeTo(files.of(day(recorded)));
  }

  private BulkIncident incident(long number, long reported) {
    int category = skewed(categories.size());
    long occurred = reported - random.nextInt(chance(20) ? 3 * DAY : HOUR);
    long arrived = within(reported + 20 + random.nextInt(900));
    long filed = within(reported + random.nextInt(chance(80) ? 3 * HOUR : 5 * DAY));
    boolean isFiled = chance(60);
    boolean isCleared = isFiled && chance(45);
    long cleared = within(filed + random.nextInt(chance(37) ? 900 * DAY : HOUR));
    long loss = isFiled && category % 3 == 0 ? 50 + random.nextInt(20_000) : 0;
    return new BulkIncident(
        number,
        skewed(stations.size()),
        category,
        chance(10) ? NEVER : occurred,
        reported,
        chance(20) ? NEVER : arrived,
        isFiled ? filed : NEVER,
        isCleared ? cleared : NEVER,
        loss,
        isCleared && chance(50) ? loss * random.nextInt(101) / 100 : 0,
        category % 20 == 1 && chance(3) ? 1 : 0,
        category % 4 == 1 ? random.nextInt(3) : 0);
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private int skewed(int bound) {
    return Math.min(random.nextInt(bound), random.nextInt(bound));
  }

  private long within(long time) {
    return Math.min(time, last);
  }

  private static int day(long time) {
    return (int) (time / DAY);
  }

  private long seconds(LocalDate day) {
    return ChronoUnit.DAYS.between(start, day) * DAY;
  }

  private static List<byte[]> bytes(List<String> codes) {
    return codes.stream().map(code -> code.getBytes(StandardCharsets.US_ASCII)).toList();
  }
}
