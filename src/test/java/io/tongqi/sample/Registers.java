package io.tongqi.sample;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The registers of Gaoming's stations in first half-years: what was done by month and station, and
 * how much there was, counted by each station on days of its own. What they add up to is told in
 * {@code sample/registers.csv}.
 */
final class Registers {
  private static final int MONTHS = 6;
  private static final List<String> HEADER =
      List.of("entry_no", "entered", "state", "station", "item", "day", "amount");
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private final SamplePlan plan;
  private final Draw draw;
  private final Map<String, List<List<String>>> files = new TreeMap<>();
  private int entries;

  Registers(SamplePlan plan, Draw draw) {
    this.plan = plan;
    this.draw = draw;
  }

  /** The files, one a month. */
  List<Delivery> deliveries() {
    for (int year : List.of(Half.LAST_YEAR - 1, Half.LAST_YEAR)) {
      for (Map<String, String> row : Packaged.rows("sample/registers.csv")) {
        if (!row.get(String.valueOf(year)).isEmpty()) {
          add(row, year);
        }
      }
    }
    odd();
    return files.entrySet().stream()
        .map(
            it ->
                new Delivery(
                    "registers-%s.csv.gz".formatted(it.getKey()),
                    StandardCharsets.UTF_8,
                    it.getValue().stream()
                        .sorted(
                            Comparator.comparingInt(
                                    (List<String> line) -> line.equals(HEADER) ? 0 : 1)
                                .thenComparing(line -> line.get(1))
                                .thenComparing(line -> line.get(0)))
                        .toList()))
        .toList();
  }

  private void add(Map<String, String> row, int year) {
    int total = Integer.parseInt(row.get(String.valueOf(year)));
    String activity = row.get("activity");
    if (row.get("kind").equals("flow")) {
      List<Integer> shares = shares(total, MONTHS * stations().size());
      for (int month = 1; month <= MONTHS; month++) {
        for (String station : stations()) {
          enter(station, activity, YearMonth.of(year, month), shares.remove(0));
        }
      }
    } else {
      List<Integer> levels = shares(total, stations().size());
      for (String station : stations()) {
        level(station, activity, year, levels.remove(0));
      }
    }
  }

  /** Counted in January, and again when it changed or for good order. */
  private void level(String station, String activity, int year, int last) {
    int before = Math.max(0, last - draw.below(3));
    enter(station, activity, YearMonth.of(year, 1), before);
    if (before != last || draw.percent(50)) {
      enter(station, activity, YearMonth.of(year, draw.between(2, MONTHS)), last);
    }
  }

  private List<String> stations() {
    LocalDate day = SampleTimes.CUTOFF;
    return plan.stations(SamplePlan.GAOMING, day, day).stream().map(StationTerm::station).toList();
  }

  /** Parts of about the same size that add up to a total. */
  private List<Integer> shares(int total, int parts) {
    List<Integer> weights =
        IntStream.range(0, parts).mapToObj(it -> draw.between(80, 120)).toList();
    int all = weights.stream().mapToInt(it -> it).sum();
    List<Integer> shares = new ArrayList<>();
    int weight = 0;
    int given = 0;
    for (int part : weights) {
      weight += part;
      int upTo = (int) ((long) total * weight / all);
      shares.add(upTo - given);
      given = upTo;
    }
    return shares;
  }

  private void enter(String station, String activity, YearMonth month, int amount) {
    LocalDate day = month.atDay(draw.between(1, month.lengthOfMonth() - 3));
    write(number(month.getYear()), entered(day), "有效", station, activity, day, amount);
  }

  /** A wrong amount corrected a month later, an entry withdrawn, an unknown activity mended. */
  private void odd() {
    LocalDate march = LocalDate.of(Half.LAST_YEAR, 3, 5);
    List<String> line =
        files.get("2024-03").stream()
            .filter(it -> it.get(4).equals("leaflets") && it.get(3).equals("gm03"))
            .findFirst()
            .orElseThrow();
    files.get("2024-03").remove(line);
    List<String> wrong = new ArrayList<>(line);
    wrong.set(6, line.get(6) + "0");
    files.get("2024-03").add(wrong);
    LocalDate day = LocalDate.parse(line.get(5));
    write(
        line.get(0), entered(day.plusMonths(1)), "有效", line.get(3), line.get(4), day, line.get(6));

    String twice = number(Half.LAST_YEAR);
    write(twice, entered(march), "有效", "gm06", "outreach_events", march, 7);
    write(twice, entered(march.plusDays(9)), "作废", "gm06", "outreach_events", march, 7);

    List<String> misspelt =
        files.get("2024-02").stream()
            .filter(it -> it.get(4).equals("leaflets") && it.get(3).equals("gm04"))
            .findFirst()
            .orElseThrow();
    files.get("2024-02").remove(misspelt);
    List<String> unknown = new ArrayList<>(misspelt);
    unknown.set(4, "leaflet");
    files.get("2024-02").add(unknown);
    LocalDate of = LocalDate.parse(misspelt.get(5));
    write(
        misspelt.get(0),
        entered(of.plusMonths(1)),
        "有效",
        misspelt.get(3),
        misspelt.get(4),
        of,
        misspelt.get(6));
  }

  private LocalDateTime entered(LocalDate day) {
    return day.plusDays(draw.between(0, 2)).atTime(draw.between(8, 17), draw.between(0, 59));
  }

  private String number(int year) {
    entries++;
    return "R%d-%04d".formatted(year, entries);
  }

  private void write(
      String number,
      LocalDateTime entered,
      String state,
      String station,
      String activity,
      LocalDate day,
      Object amount) {
    files
        .computeIfAbsent(YearMonth.from(entered).toString(), it -> new ArrayList<>(List.of(HEADER)))
        .add(
            List.of(
                number,
                MINUTES.format(entered),
                state,
                station,
                activity,
                day.toString(),
                amount.toString()));
  }
}
