package io.tongqi.sample;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * How a source writes its records.
 *
 * @param source the source's name
 * @param idPrefix what its record numbers start with
 * @param columns the columns by the names that the mapping gives them
 * @param header the headers in the files
 * @param renamedHeader the headers in the one file that has other ones
 * @param row the texts of a version
 */
record Layout<T>(
    String source,
    String idPrefix,
    List<String> columns,
    List<String> header,
    List<String> renamedHeader,
    Function<Version<T>, List<String>> row) {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
  private static final List<String> CALL_COLUMNS =
      List.of(
          "call_no",
          "updated_at",
          "status",
          "station",
          "category",
          "occurred",
          "reported",
          "arrived",
          "deaths",
          "injuries");

  /** The call system. */
  static Layout<Call> calls() {
    return new Layout<>(
        "calls",
        "J",
        CALL_COLUMNS,
        CALL_COLUMNS,
        List.of(
            "incident_number",
            "last_update",
            "state",
            "police_station",
            "incident_type",
            "time_occurred",
            "time_reported",
            "time_arrived",
            "dead",
            "injured"),
        Layout::call);
  }

  /** The case system. */
  static Layout<Filing> cases() {
    List<String> header =
        List.of(
            "案件编号", "更新时间", "案件状态", "办案单位", "案别", "报案时间", "立案时间", "破案时间", "破案方式", "损失元", "追缴时间",
            "追缴元");
    return new Layout<>(
        "cases",
        "A",
        List.of(
            "case_no",
            "updated_at",
            "case_status",
            "station",
            "category",
            "reported",
            "filed",
            "cleared",
            "clearance_kind",
            "loss_yuan",
            "recovered",
            "recovered_yuan"),
        header,
        header,
        Layout::filing);
  }

  /** When the incident of a version was reported. */
  LocalDateTime reported(Version<T> version) {
    return LocalDateTime.parse(row.apply(version).get(index("reported")).replace(' ', 'T'));
  }

  /** The place of a column. */
  int index(String column) {
    return columns.indexOf(column);
  }

  private static List<String> call(Version<Call> version) {
    Call call = version.facts();
    return List.of(
        version.recordId(),
        text(version.recordedAt(), SECONDS),
        version.standing().name().toLowerCase(Locale.ROOT),
        call.station(),
        call.category(),
        text(call.occurred(), SECONDS),
        text(call.reported(), SECONDS),
        text(call.arrived(), SECONDS),
        people(call.deaths()),
        people(call.injuries()));
  }

  private static List<String> filing(Version<Filing> version) {
    Filing filing = version.facts();
    return List.of(
        version.recordId(),
        text(version.recordedAt(), MINUTES),
        version.standing() == Version.Standing.VALID ? "有效" : "撤销",
        filing.station(),
        filing.category(),
        text(filing.reported(), MINUTES),
        text(filing.filed(), MINUTES),
        text(filing.cleared(), MINUTES),
        filing.cleared() == null ? "" : filing.clearanceKind(),
        yuan(filing.lossCents()),
        text(filing.recovered(), MINUTES),
        yuan(filing.recoveredCents()));
  }

  private static String text(LocalDateTime time, DateTimeFormatter format) {
    return time == null ? "" : format.format(time);
  }

  private static String people(int count) {
    return count == 0 ? "" : String.valueOf(count);
  }

  private static String yuan(long cents) {
    if (cents == 0) {
      return "";
    }
    return cents % 100 == 0
        ? String.valueOf(cents / 100)
        : "%d.%02d".formatted(cents / 100, cents % 100);
  }
}
