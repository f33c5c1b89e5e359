package io.tongqi.generate;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The files of a bulk. Lines come by the time of the report and are filed by the time of their
 * recording: one file is open, lines of later ones wait in memory.
 */
final class BulkFiles implements AutoCloseable {
  private static final String HEADER =
      "record_no,updated_at,station,category,occurred,reported,arrived,filed,cleared,"
          + "loss_yuan,recovered,recovered_yuan,deaths,injuries\n";

  private final Path folder;
  private final BulkSize size;
  private final int[] fileOfDay;
  private final List<ByteArrayOutputStream> waiting = new ArrayList<>();
  private OutputStream open;
  private int current = -1;

  BulkFiles(Path folder, BulkSize size, LocalDate start) throws IOException {
    this.folder = folder;
    this.size = size;
    LocalDate end = LocalDate.of(size.lastYear() + 1, 1, 1);
    fileOfDay = new int[Math.toIntExact(ChronoUnit.DAYS.between(start, end))];
    int monthsPerFile = 12 / size.filesPerYear();
    for (int day = 0; day < fileOfDay.length; day++) {
      LocalDate date = start.plusDays(day);
      int months = (date.getYear() - size.firstYear()) * 12 + date.getMonthValue() - 1;
      fileOfDay[day] = Math.max(0, Math.floorDiv(months, monthsPerFile));
    }
    for (int file = 0; file <= fileOfDay[fileOfDay.length - 1]; file++) {
      waiting.add(new ByteArrayOutputStream());
    }
    Files.createDirectories(folder);
    next();
  }

  /** Closes the files before the one that a day belongs to. */
  void reach(int day) throws IOException {
    while (current < fileOfDay[day]) {
      next();
    }
  }

  /** The file of what was recorded on a day, which is not before the day reached. */
  OutputStream of(int day) {
    return fileOfDay[day] == current ? open : waiting.get(fileOfDay[day]);
  }

  @Override
  public void close() throws IOException {
    while (current < waiting.size() - 1) {
      next();
    }
    open.close();
  }

  private void next() throws IOException {
    if (open != null) {
      open.close();
    }
    current++;
    open = new BufferedOutputStream(Files.newOutputStream(folder.resolve(name(current))), 1 << 20);
    open.write(HEADER.getBytes(StandardCharsets.US_ASCII));
    waiting.get(current).writeTo(open);
    waiting.set(current, null);
  }

  private String name(int file) {
    int months = 12 / size.filesPerYear();
    YearMonth first = YearMonth.of(size.firstYear(), 1).plusMonths((long) file * months);
    return "incidents-%s-to-%s.csv".formatted(first, first.plusMonths(months - 1));
  }
}
