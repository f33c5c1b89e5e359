package io.tongqi.reference;

import io.tongqi.domain.Activity;
import io.tongqi.domain.Better;
import io.tongqi.domain.Bilingual;
import io.tongqi.faults.Faults;
import io.tongqi.faults.Remedy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code activities.csv}, which a force without registers has not. */
record ActivityReader(Map<String, CsvRow> rows) {
  private static final List<String> COLUMNS =
      List.of("activity", "kind", "name_zh", "name_en", "unit_zh", "unit_en", "better", "per");

  /**
   * The activities of a folder, in the order of the file.
   *
   * @param faults takes what is wrong with them
   */
  static List<Activity> read(Path folder, Faults faults) {
    Path file = folder.resolve("activities.csv");
    if (!Files.exists(file)) {
      return List.of();
    }
    Map<String, CsvRow> rows = new LinkedHashMap<>();
    for (CsvRow row : CsvTable.read(file, COLUMNS, CsvTable.OF_REFERENCE, faults)) {
      CsvRow other = rows.putIfAbsent(row.required("activity"), row);
      if (other != null) {
        row.fault(
            "activity %s stands in line %d already".formatted(row.text("activity"), other.line()),
            "keep one line");
      }
    }
    ActivityReader reader = new ActivityReader(rows);
    return rows.values().stream().map(reader::activity).toList();
  }

  private Activity activity(CsvRow row) {
    row.refuseUnknown("per", rows.keySet(), "activities.csv");
    Optional<CsvRow> per = Optional.ofNullable(row.text("per")).map(rows::get);
    per.ifPresent(it -> refuseUnfit(row, it));
    return new Activity(
        row.required("activity"),
        named(row, "kind", Activity.Type.values()).orElse(Activity.Type.FLOW),
        text(row, "name"),
        text(row, "unit"),
        row.text("better") == null
            ? Better.NEUTRAL
            : named(row, "better", Better.values()).orElse(Better.NEUTRAL),
        per.map(it -> new Activity.Whole(row.text("per"), text(it, "name"))));
  }

  private static void refuseUnfit(CsvRow row, CsvRow per) {
    if (per.text("per") != null) {
      row.fault(
          "per \"%s\" is a share itself".formatted(row.text("per")),
          "name an activity that is counted by itself");
    } else if (!row.required("kind").equalsIgnoreCase(per.text("kind"))) {
      row.fault(
          "per \"%s\" is no %s as the activity is".formatted(row.text("per"), row.text("kind")),
          "name one of the same kind");
    }
  }

  private static Bilingual text(CsvRow row, String column) {
    return new Bilingual(row.required(column + "_zh"), row.required(column + "_en"));
  }

  private static <T extends Enum<T>> Optional<T> named(CsvRow row, String column, T[] known) {
    String text = row.required(column);
    Optional<T> found = Stream.of(known).filter(it -> it.name().equalsIgnoreCase(text)).findFirst();
    if (found.isEmpty() && !text.isEmpty()) {
      List<String> names = Stream.of(known).map(it -> it.name().toLowerCase(Locale.ROOT)).toList();
      row.fault("%s \"%s\" is not known".formatted(column, text), Remedy.choose(text, names));
    }
    return found;
  }
}
