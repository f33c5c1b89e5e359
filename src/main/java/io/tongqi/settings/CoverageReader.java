package io.tongqi.settings;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads `covers` of a source mapping. */
final class CoverageReader {
  private static final String EVERY_FILE = "**";

  private CoverageReader() {}

  static List<Coverage> read(Value covers) {
    return covers.elements().stream()
        .flatMap(element -> element.keys().stream())
        .flatMap(keys -> coverage(keys).stream())
        .toList();
  }

  private static Optional<Coverage> coverage(Keys keys) {
    String files = Readers.glob(keys.value("files")).orElse(EVERY_FILE);
    Optional<Pattern> station = Readers.pattern(keys.value("station"));
    Optional<Coverage.Kind> kind = kind(keys);
    keys.refuseOthers();
    return kind.map(days -> new Coverage(files, days, station));
  }

  private static Optional<Coverage.Kind> kind(Keys keys) {
    boolean isByName = keys.hasAny("name", "format");
    boolean isByColumn = keys.hasAny("column");
    boolean isDeclared = keys.hasAny("from", "to");
    if (!isByName && !isByColumn && !isDeclared) {
      keys.fault(
          "does not tell which days a file covers",
          "give name and format, or column, or from and to");
      return Optional.empty();
    }
    if ((isByName && isByColumn) || (isByName && isDeclared) || (isByColumn && isDeclared)) {
      keys.fault(
          "tells the covered days in more than one way",
          "keep one of name and format, column, from and to");
      return Optional.empty();
    }
    if (isByName) {
      return Readers.namePattern(keys).map(Coverage.ByName::new);
    }
    if (isByColumn) {
      return keys.value("column").text().map(Coverage.ByColumn::new);
    }
    return Readers.days(keys).map(Coverage.Declared::new);
  }
}
