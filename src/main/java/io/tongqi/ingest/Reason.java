package io.tongqi.ingest;

import java.util.Locale;

/** Why a delivered line was rejected; the codes stand in {@code bronze.quarantine.reason}. */
public enum Reason {
  /** The line has more or fewer fields than the header. */
  FIELD_COUNT("more or fewer fields than the header has"),
  /** A quote opens in the line and does not close in it. */
  UNCLOSED_QUOTE("a quote that is not closed; csv.multiline lets quotes hold line breaks"),
  /** The line holds bytes that its encoding does not know. */
  UNDECODABLE("bytes that the declared encoding does not know"),
  /** The line is not a JSON object. */
  MALFORMED_JSON("not a JSON object"),
  /** The expression of a field failed, or its text is no date or number. */
  UNREADABLE("a value that is no date or number, or on which the expression fails"),
  /** A required field is empty. */
  MISSING("a required field is empty"),
  /** A date outside the bounds of the mapping, or after the delivery. */
  IMPLAUSIBLE_DATE("a date outside the plausible bounds, or after the delivery itself"),
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
  /** Persons killed or injured, but neither a day of occurrence nor of report. */
  HARM_WITHOUT_DAY("persons killed or injured, but no day of occurrence or report"),
  /** A station that the reference data do not know on that day. */
  UNKNOWN_STATION("a station that the reference data do not know on that day"),
  /** A category that the reference data do not know. */
  UNKNOWN_CATEGORY("a category that the reference data do not know");

  private final String meaning;

  Reason(String meaning) {
    this.meaning = meaning;
  }

  /** The code as it stands in the table. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What it means, in words that follow "rejected:". */
  public String meaning() {
    return meaning;
  }
}
