package io.tongqi.ledger;

import io.tongqi.domain.Measure;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One version of a record as a delivery states it.
 *
 * @param cells the canonical columns as text; times as {@code yyyy-MM-dd HH:mm:ss} in UTC; a
 *     missing key is null
 * @param deliveredOn the date of the delivery that holds it
 */
record RecordVersion(Map<String, String> cells, LocalDate deliveredOn) {

  /** A further cell, which orders versions of equal times: a whole number. */
  static final String REVISION = "revision";

  static final ZoneId FORCE_ZONE = ZoneId.of("Asia/Shanghai");
  static final ZoneId SOURCE_ZONE = ZoneId.of("UTC");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

  /** What a version says of one measure, before it is known when that was recorded. */
  record Event(
      LocalDate day,
      LocalDate originDay,
      String station,
      String category,
      LocalDate codeDay,
      Measure measure) {

    ReferenceLedger.Cell recorded(LocalDate recordedOn) {
      return new ReferenceLedger.Cell(
          day, originDay, recordedOn, station, category, codeDay, measure);
    }
  }

  String recordId() {
    return cells.get("record_id");
  }

  Instant recordedAt() {
    return instant("recorded_at");
  }

  /**
   * When the force came to know this version: its own time, else the start of the delivery's date.
   */
  Instant knownAt() {
    return recordedAt() == null ? deliveredOn.atStartOfDay(FORCE_ZONE).toInstant() : recordedAt();
  }

  LocalDate recordedOn() {
    return knownAt().atZone(FORCE_ZONE).toLocalDate();
  }

  /** The revision, -1 where there is none. */
  long revision() {
    return number(REVISION, -1L);
  }

  /** What the version says, however it is written and ordered. */
  Map<String, String> content() {
    Map<String, String> content = new HashMap<>(cells);
    content.remove(REVISION);
    content.putIfAbsent("status", "valid");
    content.putIfAbsent("count", "1");
    if (content.containsKey("cleared_at")) {
      content.putIfAbsent("cleared_count", content.get("count"));
    }
    return content;
  }

  /** The day of the record itself: reported, else occurred, else filed. */
  LocalDate day() {
    return firstDay("reported_at", "occurred_at", "filed_at");
  }

  /** The same record, withdrawn on a day. */
  RecordVersion withdrawnOn(LocalDate day) {
    Map<String, String> withdrawn = new LinkedHashMap<>(cells);
    withdrawn.put("status", "withdrawn");
    withdrawn.remove("recorded_at");
    return new RecordVersion(withdrawn, day);
  }

  /** What this version books when nothing was booked before it; nothing when it is withdrawn. */
  Map<Event, Long> events() {
    Map<Event, Long> events = new HashMap<>();
    if ("withdrawn".equals(cells.get("status"))) {
      return events;
    }
    long count = number("count", 1L);
    LocalDate reported = firstDay("reported_at");
    LocalDate occurred = firstDay("occurred_at");
    LocalDate cleared = firstDay("cleared_at");
    LocalDate origin = firstDay("filed_at", "reported_at", "occurred_at");
    LocalDate recovered = firstDay("recovered_at", "cleared_at");
    book(events, Measure.INCIDENTS_REPORTED, reported, reported, count);
    book(events, Measure.INCIDENTS_OCCURRED, occurred, occurred, count);
    book(events, Measure.CASES_FILED, firstDay("filed_at"), firstDay("filed_at"), count);
    long clearedCount = number("cleared_count", count);
    book(events, Measure.CASES_CLEARED, cleared, origin, clearedCount);
    book(events, Measure.DEATHS, occurred, occurred, number("deaths", 0L));
    book(events, Measure.INJURIES, occurred, occurred, number("injuries", 0L));
    book(events, Measure.LOSS_CENTS, origin, origin, number("loss_cents", 0L));
    book(events, Measure.RECOVERED_CENTS, recovered, origin, number("recovered_cents", 0L));
    if (instant("reported_at") != null && instant("arrived_at") != null) {
      long seconds = Duration.between(instant("reported_at"), instant("arrived_at")).toSeconds();
      book(events, Measure.ARRIVALS_TIMED, reported, reported, count);
      book(events, Measure.ARRIVED_WITHIN_60S, reported, reported, seconds <= 60 ? count : 0);
      book(events, Measure.ARRIVED_WITHIN_180S, reported, reported, seconds <= 180 ? count : 0);
      book(events, Measure.ARRIVED_WITHIN_300S, reported, reported, seconds <= 300 ? count : 0);
    }
    if (instant("reported_at") != null && instant("cleared_at") != null) {
      long seconds = Duration.between(instant("reported_at"), instant("cleared_at")).toSeconds();
      book(events, Measure.CLEARANCES_TIMED, cleared, origin, clearedCount);
      book(events, Measure.CLEARED_WITHIN_1H, cleared, origin, seconds <= 3_600 ? clearedCount : 0);
      book(
          events,
          Measure.CLEARED_WITHIN_24H,
          cleared,
          origin,
          seconds <= 86_400 ? clearedCount : 0);
    }
    return events;
  }

  private void book(
      Map<Event, Long> events, Measure measure, LocalDate day, LocalDate origin, long value) {
    if (day != null && value != 0) {
      events.merge(
          new Event(
              day,
              origin,
              cells.get("station"),
              cells.get("category"),
              firstDay("filed_at", "reported_at", "occurred_at"),
              measure),
          value,
          Long::sum);
    }
  }

  private LocalDate firstDay(String... columns) {
    for (String column : columns) {
      if (instant(column) != null) {
        return instant(column).atZone(FORCE_ZONE).toLocalDate();
      }
    }
    return null;
  }

  private Instant instant(String column) {
    String text = cells.get(column);
    return text == null ? null : LocalDateTime.parse(text, TIME).atZone(SOURCE_ZONE).toInstant();
  }

  private long number(String column, long otherwise) {
    return cells.containsKey(column) ? Long.parseLong(cells.get(column)) : otherwise;
  }
}
