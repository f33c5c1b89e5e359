package io.tongqi.release;

import io.tongqi.settings.Settings;
import io.tongqi.tables.Parallel;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Keeps tables as small as nights leave them large: blanks old texts of rejected lines, gathers
 * small files, and removes those that nothing names any more.
 */
public record Housekeeping(Tables tables, Settings settings) {
  /** From how many files on those of a table are gathered. */
  private static final int MANY_FILES = 30;

  /** Does it; tells what, in words. */
  public List<String> run(LocalDate asOf) {
    List<String> done = Collections.synchronizedList(new ArrayList<>());
    if (blank(asOf)) {
      done.add("blanked old texts in quarantine");
    }
    Duration kept = Duration.ofDays(settings.releaseDays());
    new Parallel("housekeeping")
        .run(
            Stream.of(Table.values())
                .<Runnable>map(table -> () -> keepUp(table, asOf, kept, done))
                .toList());
    return done.stream().sorted().toList();
  }

  /**
   * Blanks the texts that were kept long enough. Those of a line that an earlier version rejected
   * are kept from now on.
   */
  private boolean blank(LocalDate asOf) {
    LocalDate last = asOf.minusDays(settings.quarantineRawDays());
    String isOld =
        "raw <> '' AND (rejected_as_of IS NULL OR rejected_as_of <= DATE'%s')".formatted(last);
    if (tables.read(Table.QUARANTINE).where(isOld).isEmpty()) {
      return false;
    }
    tables.update(
        Table.QUARANTINE,
        isOld,
        Map.of(
            "raw",
            "IF(rejected_as_of IS NULL, raw, '')",
            "rejected_as_of",
            "coalesce(rejected_as_of, DATE'%s')".formatted(asOf)));
    return true;
  }

  /** Whether it is the night of the month in which files are removed: that of its first Sunday. */
  private static boolean isForRemoval(LocalDate asOf) {
    return asOf.equals(asOf.with(TemporalAdjusters.firstInMonth(DayOfWeek.SUNDAY)));
  }

  private void keepUp(Table table, LocalDate asOf, Duration kept, List<String> done) {
    boolean isWhole = !table.partitionColumns().contains("as_of");
    if (isWhole && tables.files(table) >= MANY_FILES) {
      tables.compact(table);
      done.add("gathered " + table.fullName());
    }
    if (isForRemoval(asOf)) {
      tables.keepHistory(table, kept);
      tables.vacuum(table, kept);
      done.add("removed old files of " + table.fullName());
    }
  }
}
