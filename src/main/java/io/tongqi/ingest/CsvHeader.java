package io.tongqi.ingest;

import com.univocity.parsers.common.TextParsingException;
import io.tongqi.faults.SettingsException;
import io.tongqi.settings.SourceMapping;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.unsafe.types.UTF8String;

/** Finds the input columns in the header lines of delimited files, by name or alias. */
final class CsvHeader {
  private static final int MOST_NAMES = 40;

  private final SourceMapping mapping;
  private final ColumnNames columns;

  /**
   * A header line against the mapping.
   *
   * @param columns where the input columns stand
   * @param names the header's own names
   * @param missing input columns that are neither there nor optional
   */
  private record Read(CsvColumns columns, List<String> names, List<String> missing) {}

  CsvHeader(SourceMapping mapping, List<String> columns) {
    this.mapping = mapping;
    this.columns = new ColumnNames(columns, mapping.aliases());
  }

  /** Where the input columns stand in a file that has no {@link #fault}. */
  CsvColumns columns(DeliveredFile file, CsvHead head) {
    return read(file, head, head.header()).columns();
  }

  /** What is wrong with the header of a file, in words. */
  Optional<String> fault(DeliveredFile file, CsvHead head) {
    if (head.header().length() > mapping.maxLineBytes()) {
      return Optional.of("its header has more than %,d bytes".formatted(mapping.maxLineBytes()));
    }
    Read header;
    try {
      header = read(file, head, head.header());
    } catch (TextParsingException tooMany) {
      return Optional.of(
          "its header has more than %d columns; deliver it with fewer, or raise csv.max_columns in %s"
              .formatted(mapping.csv().maxColumns(), mapping.file()));
    }
    if (!header.missing().isEmpty()) {
      return Optional.of(missing(file, head, header));
    }
    for (int column = 0; column < columns.columns().size(); column++) {
      List<Integer> places = header.columns().places().get(column);
      List<Integer> repeated = columns.repeated(header.names(), places);
      if (!repeated.isEmpty()) {
        int second = repeated.get(0);
        int first =
            places.stream()
                .filter(it -> header.names().get(it).equalsIgnoreCase(header.names().get(second)))
                .findFirst()
                .orElseThrow();
        return Optional.of(
            "its header has the column %s twice, as fields %d and %d; have it delivered with two names"
                .formatted(header.names().get(second), first + 1, second + 1));
      }
    }
    return Optional.empty();
  }

  /**
   * Tells a mapping that never fitted from a delivery that does not fit the mapping.
   *
   * @param scans all files that the mapping has to fit
   * @param keys by input column, the key whose expression names it first
   * @throws SettingsException when expressions name columns that none of the files has
   */
  void refuseMissingEverywhere(Map<DeliveredFile, ContentScan> scans, Map<String, String> keys) {
    Set<String> missing = new LinkedHashSet<>(columns.columns());
    List<String> headers = new ArrayList<>();
    scans.forEach(
        (file, scan) -> {
          CsvHead head = scan.head();
          if (head.line() == 0 || isTooWide(file, head) || title(file, head).isPresent()) {
            return;
          }
          Read found = read(file, head, head.header());
          if (found.columns().fields() > 1) {
            missing.retainAll(found.missing());
            headers.add("%s has %s".formatted(file.path(), listed(found.names())));
          }
        });
    if (!headers.isEmpty() && !missing.isEmpty()) {
      throw new SettingsException(
          missing.stream().map(it -> missingEverywhere(it, keys.get(it), headers.get(0))).toList());
    }
  }

  private String missingEverywhere(String column, String key, String header) {
    return "%s: key %s: it names the column %s, which no file has (%s); correct the expression, give the new name under aliases, or list it under optional"
        .formatted(mapping.file(), key, column, header);
  }

  private String missing(DeliveredFile file, CsvHead head, Read header) {
    Optional<Long> title = title(file, head);
    if (title.isPresent()) {
      return "its line %d is no header, but line %d is one that fits; set csv.skip_lines to %d in %s"
          .formatted(head.line(), title.get(), title.get() - 1, mapping.file());
    }
    if (header.names().size() == 1) {
      return "its header \"%s\" is one single field with the delimiter \"%s\"; set csv.delimiter in %s, or csv.skip_lines where that is a title above the header, or have the file delivered with that delimiter"
          .formatted(Visible.text(header.names().get(0)), head.delimiter(), mapping.file());
    }
    return "its header has no column %s, only %s; give the new names as aliases in %s, or list the columns under optional"
        .formatted(String.join(", ", header.missing()), listed(header.names()), mapping.file());
  }

  /** The number of the line that fits where the one that was taken for the header does not. */
  private Optional<Long> title(DeliveredFile file, CsvHead head) {
    if (read(file, head, head.header()).missing().isEmpty()) {
      return Optional.empty();
    }
    for (int index = 0; index < head.further().size(); index++) {
      String line = head.further().get(index);
      if (!line.isEmpty() && read(file, head, line).missing().isEmpty()) {
        return Optional.of(head.line() + index + 1);
      }
    }
    return Optional.empty();
  }

  private boolean isTooWide(DeliveredFile file, CsvHead head) {
    try {
      read(file, head, head.header());
      return false;
    } catch (TextParsingException tooMany) {
      return true;
    }
  }

  private Read read(DeliveredFile file, CsvHead head, String line) {
    String text = new String(line.getBytes(StandardCharsets.ISO_8859_1), file.charset());
    String[] fields =
        new CsvLineParser(mapping.csv(), head.delimiter()).fields(Blanks.trimmed(text));
    List<String> names = new ArrayList<>();
    for (String field : fields == null ? new String[0] : fields) {
      names.add(field == null ? "" : Blanks.trimmed(field));
    }
    while (!names.isEmpty() && names.get(names.size() - 1).isEmpty()) {
      names.remove(names.size() - 1);
    }
    List<List<Integer>> places = columns.places(names);
    List<String> missing = new ArrayList<>();
    List<UTF8String> itsNames = new ArrayList<>();
    for (int column = 0; column < places.size(); column++) {
      List<Integer> at = places.get(column);
      String name = columns.columns().get(column);
      if (at.isEmpty() && !mapping.optional().contains(name)) {
        missing.add(name);
      }
      itsNames.add(UTF8String.fromString(at.isEmpty() ? "" : names.get(at.get(0))));
    }
    return new Read(
        new CsvColumns(places, itsNames, names.size(), head.line(), head.delimiter()),
        names,
        missing);
  }

  private static String listed(List<String> names) {
    String first =
        names.stream().limit(MOST_NAMES).map(Visible::text).collect(Collectors.joining(", "));
    return names.size() > MOST_NAMES
        ? "%s and %,d more".formatted(first, names.size() - MOST_NAMES)
        : first;
  }
}
