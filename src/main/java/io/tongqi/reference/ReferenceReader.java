package io.tongqi.reference;

import io.tongqi.faults.Faults;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads districts, groups and categories, each code once. */
final class ReferenceReader {
  private final Path folder;
  private final Faults faults;

  ReferenceReader(Path folder, Faults faults) {
    this.folder = folder;
    this.faults = faults;
  }

  List<District> districts() {
    return unique(
        rows("districts.csv", "district", "name_zh", "name_en", "comparable_from"),
        row ->
            new District(
                row.required("district"),
                row.required("name_zh"),
                row.required("name_en"),
                row.date("comparable_from")),
        district -> "district " + district.district());
  }

  List<Group> groups() {
    return unique(
        rows("groups.csv", "category_group", "name_zh", "name_en", "comparable_from"),
        row ->
            new Group(
                row.required("category_group"),
                row.required("name_zh"),
                row.required("name_en"),
                row.date("comparable_from"),
                row.truth("sensitive")),
        group -> "category_group " + group.categoryGroup());
  }

  List<Membership> categories(List<String> groups) {
    List<CsvRow> rows = rows("categories.csv", "category", "category_group");
    rows.forEach(row -> row.refuseUnknown("category_group", groups, "groups.csv"));
    return unique(
        rows,
        row -> new Membership(row.required("category"), row.required("category_group")),
        membership ->
            "category %s in category_group %s"
                .formatted(membership.category(), membership.categoryGroup()));
  }

  private List<CsvRow> rows(String file, String... columns) {
    return CsvTable.read(folder.resolve(file), List.of(columns), CsvTable.OF_REFERENCE, faults);
  }

  private static <T> List<T> unique(
      List<CsvRow> rows, Function<CsvRow, T> reader, Function<T, String> key) {
    Map<String, Long> lines = new HashMap<>();
    List<T> values = new ArrayList<>();
    for (CsvRow row : rows) {
      T value = reader.apply(row);
      Long other = lines.putIfAbsent(key.apply(value), row.line());
      if (other == null) {
        values.add(value);
      } else {
        row.fault(
            "%s stands in line %d already".formatted(key.apply(value), other), "keep one line");
      }
    }
    return values;
  }
}
