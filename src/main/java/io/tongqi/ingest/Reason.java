package io.tongqi.ingest;

import io.tongqi.settings.SourceMapping;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Why a delivered line was rejected; the codes stand in {@code bronze.quarantine.reason}. */
public enum Reason {
  /** The line has more or fewer fields than the header. */
  FIELD_COUNT("more or fewer fields than the header has"),
  /** The line has more bytes than the mapping allows. */
  TOO_LONG("more bytes than max_line_bytes allows"),
  /** The old and the new name of a column stand side by side, with different values. */
  TWO_VALUES("two values of one column, under its name and an alias, or twice in one object"),
  /** A quote opens in the line and does not close in it. */
  UNCLOSED_QUOTE("a quote that is not closed"),
  /** The line holds bytes, in a column that is read, that its encoding does not know. */
  UNDECODABLE("bytes that the declared encoding does not know, in a column that is read"),
  /** The line is not a JSON object. */
  MALFORMED_JSON("not a JSON object"),
  /** The expression of a field failed, or its text is no date or number. */
  UNREADABLE("a value that is no date or number, or on which the expression fails"),
  /** A required field is empty. */
  MISSING(
      "a required field is empty; a line that is no record, such as a total, is named by ignore in the mapping"),
  /** An id or code that a spreadsheet turned into a number in scientific notation. */
  SPREADSHEET_NUMBER(
      "an id or code in scientific notation: a spreadsheet turned it into a number and lost digits; export it as text"),
  /** A date outside the bounds of the mapping, or later than its file can tell of. */
  IMPLAUSIBLE_DATE(
      "a date outside the plausible bounds, or later than its file can tell of; a file that is"
          + " delivered later than the last day it covers needs the key delivered"),
  /** A status other than valid and withdrawn. */
  UNKNOWN_STATUS("a status other than valid and withdrawn"),
  /** Arrived before it was reported. */
  ARRIVED_BEFORE_REPORTED("arrived before it was reported"),
  /** Cleared before it was filed. */
  CLEARED_BEFORE_FILED("cleared before it was filed"),
  /** Cleared before it was reported. */
  CLEARED_BEFORE_REPORTED("cleared before it was reported, or before it occurred"),
  /** A negative amount on a record whose count is not negative. */
  NEGATIVE_AMOUNT("a negative amount although the count is not negative"),
  /** Property recovered, but neither a day of recovery nor of clearance. */
  RECOVERY_WITHOUT_DAY("property recovered, but no day of recovery or clearance"),
  /** Cases cleared, but no day of clearance. */
  CLEARANCE_WITHOUT_DAY("cases cleared, but no day of clearance"),
  /** A station that the reference data do not know. */
  UNKNOWN_STATION(
      "a station that the reference data do not know; a line of totals is named by ignore in the mapping"),
  /** A station that exists, but not on the day that decides. */
  STATION_NOT_VALID("a station that exists, but not on that day"),
  /** A category that the reference data do not know. */
  UNKNOWN_CATEGORY("a category that the reference data do not know"),
  /** An activity that the reference data do not know, or its mapping does not name. */
  UNKNOWN_ACTIVITY(
      "an activity that activities.csv does not know, or that the mapping does not name under activities"),
  /** Another version of the record differs, and nothing tells which of them came later. */
  AMBIGUOUS_VERSION("a version of a record that differs from another one of the same time");

  private final String meaning;

  Reason(String meaning) {
    this.meaning = meaning;
  }

  /** The code as it stands in the table. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What to do about a kind of lines as a whole, told once where there are some of them. */
  static Optional<String> remedy(Map<String, Long> byReason, SourceMapping mapping) {
    long open = byReason.getOrDefault(UNCLOSED_QUOTE.code(), 0L);
    return open == 0 || mapping.csv().multiline()
        ? Optional.empty()
        : Optional.of(
            "source %s: in %d lines a quote opens that a later line closes: its quotes hold line breaks; set csv.multiline to true in %s"
                .formatted(mapping.source(), open, mapping.file()));
  }

  /** What it means, in words that follow "rejected:". */
  public String meaning() {
    return meaning;
  }
}
