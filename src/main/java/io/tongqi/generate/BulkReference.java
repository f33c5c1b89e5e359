package io.tongqi.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The stations, districts, groups and categories of a bulk, named by their numbers. */
final class BulkReference {
  private static final int STATIONS_A_DISTRICT = 20;

  private BulkReference() {}

  static List<String> stationCodes(BulkSize size) {
    return codes("s%04d", size.stations());
  }

  static List<String> categoryCodes(BulkSize size) {
    return codes("c%03d", size.categories());
  }

  /** Writes the four files into a folder. */
  static void write(Path folder, BulkSize size) throws IOException {
    Files.createDirectories(folder);
    List<String> stations =
        new ArrayList<>(List.of("station,valid_from,valid_to,name_zh,name_en,district,successor"));
    List<String> codes = stationCodes(size);
    for (int index = 0; index < codes.size(); index++) {
      String code = codes.get(index);
      stations.add(
          "%s,2000-01-01,,派出所%s,Station %s,%s,"
              .formatted(code, code, code, district(index / STATIONS_A_DISTRICT)));
    }
    Files.write(folder.resolve("stations.csv"), stations);
    int districts = (codes.size() - 1) / STATIONS_A_DISTRICT + 1;
    Files.write(
        folder.resolve("districts.csv"),
        named(
            "district",
            "分局",
            "District",
            IntStream.range(0, districts).mapToObj(BulkReference::district).toList()));
    Files.write(folder.resolve("groups.csv"), named("category_group", "类别", "Group", groups(size)));
    Files.write(folder.resolve("categories.csv"), memberships(size));
  }

  /** Every category is in {@code all} and two of the others, every second one is criminal. */
  private static List<String> memberships(BulkSize size) {
    List<String> groups = groups(size);
    int others = groups.size() - 2;
    List<String> lines = new ArrayList<>(List.of("category,category_group"));
    List<String> codes = categoryCodes(size);
    for (int index = 0; index < codes.size(); index++) {
      Set<String> members = new LinkedHashSet<>(List.of("all"));
      if (index % 2 == 0) {
        members.add("criminal");
      }
      members.add(groups.get(2 + index % others));
      members.add(groups.get(2 + index * 7 % others));
      for (String group : members) {
        lines.add(codes.get(index) + "," + group);
      }
    }
    return lines;
  }

  private static List<String> groups(BulkSize size) {
    List<String> groups = new ArrayList<>(List.of("all", "criminal"));
    groups.addAll(codes("g%03d", size.groups() - 2));
    return groups;
  }

  private static List<String> named(
      String column, String nameZh, String nameEn, List<String> codes) {
    List<String> lines = new ArrayList<>(List.of(column + ",name_zh,name_en,comparable_from"));
    codes.forEach(code -> lines.add("%s,%s%s,%s %s,".formatted(code, nameZh, code, nameEn, code)));
    return lines;
  }

  private static String district(int index) {
    return "d%03d".formatted(index + 1);
  }

  private static List<String> codes(String pattern, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(pattern::formatted).toList();
  }
}
