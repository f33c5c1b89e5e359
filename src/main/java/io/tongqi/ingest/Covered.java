package io.tongqi.ingest;

import io.tongqi.calendar.DayRange;
import io.tongqi.settings.Coverage;
import io.tongqi.settings.SourceMapping;
import java.util.Optional;
import java.util.regex.Matcher;

/** Which days and stations a delivered file answers for. */
final class Covered {
  private Covered() {}

  /** Whether the days of a file can be known at all, short of reading its rows. */
  static boolean unknown(SourceMapping mapping, DeliveredFile file) {
    return !isByColumn(mapping, file) && byNameOrDeclaration(mapping, file).isEmpty();
  }

  /** Whether the days of a file are the range of a column in it. */
  static boolean isByColumn(SourceMapping mapping, DeliveredFile file) {
    return mapping
        .coverageOf(file.path())
        .filter(it -> it.kind() instanceof Coverage.ByColumn)
        .isPresent();
  }

  /** The days that a file covers by its name or the mapping's declaration. */
  static Optional<DayRange> byNameOrDeclaration(SourceMapping mapping, DeliveredFile file) {
    Optional<Coverage> coverage = mapping.coverageOf(file.path());
    if (coverage.isEmpty()) {
      return Optional.empty();
    }
    Coverage.Kind kind = coverage.get().kind();
    if (kind instanceof Coverage.ByName byName) {
      return byName.name().days(file.path());
    }
    if (kind instanceof Coverage.Declared declared) {
      return Optional.of(declared.days());
    }
    return Optional.empty();
  }

  /** The only station that a file answers for; empty for all. */
  static Optional<String> station(SourceMapping mapping, DeliveredFile file) {
    return mapping
        .coverageOf(file.path())
        .flatMap(Coverage::station)
        .map(pattern -> pattern.matcher(file.path()))
        .filter(Matcher::find)
        .map(found -> found.group(1));
  }
}
