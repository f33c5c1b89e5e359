package io.tongqi.publish;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;

import io.tongqi.release.Release;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The last days counted of a release, and which of them differ from what is published: the others
 * are left as they are.
 *
 * @param contents of each day, a hash of what its rows come from
 */
record PublishedDays(Database database, Map<LocalDate, String> contents) {
  private static final Pattern DAY = Pattern.compile("/as_of=(?<day>\\d{4}-\\d{2}-\\d{2})/");

  /**
   * Those of a release. The rows of a day come from the files of that day and of the one before, by
   * the definitions of the tables and views.
   *
   * @param tables as they stood at the release
   */
  static PublishedDays of(Database database, Tables tables, Release release) {
    String definitions =
        PublishedTable.all().stream().map(it -> it.relation().ddl()).collect(joining("\n"))
            + release.tableVersions().get(Table.DATA_DICTIONARY.fullName());
    Map<LocalDate, String> contents = new TreeMap<>();
    String before = "";
    for (Map.Entry<LocalDate, String> day : files(tables).entrySet()) {
      String all = String.join("\n", definitions, before, day.getValue());
      contents.put(day.getKey(), DigestUtils.sha256Hex(all.getBytes(StandardCharsets.UTF_8)));
      before = day.getValue();
    }
    return new PublishedDays(database, contents);
  }

  private static Map<LocalDate, String> files(Tables tables) {
    return Stream.of(Table.values())
        .filter(it -> it.partitionColumns().contains("as_of"))
        .flatMap(it -> Stream.of(tables.spark().table(it.fullName()).inputFiles()))
        .sorted()
        .collect(groupingBy(PublishedDays::day, TreeMap::new, mapping(it -> it, joining("\n"))));
  }

  private static LocalDate day(String file) {
    Matcher day = DAY.matcher(file);
    if (!day.find()) {
      throw new IllegalStateException("publishing " + file + ": its path tells no as_of");
    }
    return LocalDate.parse(day.group("day"));
  }

  /** The days to write: those that are new, or other than what is published. */
  Set<LocalDate> changed() {
    Set<LocalDate> changed = new TreeSet<>(contents.keySet());
    Map<LocalDate, String> held = held();
    changed.removeIf(it -> Objects.equals(contents.get(it), held.get(it)));
    return changed;
  }

  /** The days to remove: those that are published and are no more, or are other. */
  Set<LocalDate> outdated() {
    Map<LocalDate, String> held = held();
    held.entrySet().removeAll(contents.entrySet());
    return new TreeSet<>(held.keySet());
  }

  private Map<LocalDate, String> held() {
    Map<LocalDate, String> held = new TreeMap<>();
    for (List<String> day : database.query("SELECT as_of, content FROM published_days")) {
      held.put(LocalDate.parse(day.get(0)), day.get(1));
    }
    return held;
  }

  /** Notes that they are published. */
  void note() {
    database.execute("DELETE FROM published_days");
    contents.forEach(
        (day, content) -> database.query("INSERT INTO published_days VALUES (?, ?)", day, content));
  }
}
