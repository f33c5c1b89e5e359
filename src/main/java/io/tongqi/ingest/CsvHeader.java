package io.tongqi.ingest;

import io.tongqi.faults.SettingsException;
import io.tongqi.settings.SourceMapping;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the input columns in the header lines of delimited files, by name or alias. */
final class CsvHeader {
  private final SourceMapping mapping;
  private final List<String> columns;
  private final CsvLineParser parser;

  /**
   * Where the input columns stand.
   *
   * @param positions by input column, -1 where it is missing
   * @param fields how many fields the header has
   * @param missing input columns that are neither there nor optional
   * @param names the header's own names
   */
  record Positions(List<Integer> positions, int fields, List<String> missing, List<String> names) {
    /** What is wrong with the header, in words. */
    String fault(SourceMapping mapping, DeliveredFile file) {
      String place =
          "reading the deliveries of source %s: file %s".formatted(mapping.source(), file.path());
      if (fields == 1) {
        return "%s: its header \"%s\" is one single field with the delimiter \"%s\"; set csv.delimiter in %s, or have the file delivered with that delimiter"
            .formatted(place, names.get(0), mapping.csv().delimiter(), mapping.file());
      }
      return "%s: its header has no column %s, only %s; give the new names as aliases in %s, or list the columns under optional"
          .formatted(place, String.join(", ", missing), String.join(", ", names), mapping.file());
    }
  }

  CsvHeader(SourceMapping mapping, List<String> columns) {
    this.mapping = mapping;
    this.columns = columns;
    this.parser = new CsvLineParser(mapping.csv());
  }

  Positions positions(DeliveredFile file, String header) {
    String text = new String(header.getBytes(StandardCharsets.ISO_8859_1), file.charset());
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    }
    List<String> names =
        Arrays.stream(parser.fields(text)).map(name -> name == null ? "" : name.strip()).toList();
    List<String> known =
        names.stream().map(name -> mapping.aliases().getOrDefault(name, name)).toList();
    List<Integer> positions = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String column : columns) {
      int position = position(known, column);
      positions.add(position);
      if (position < 0 && !mapping.optional().contains(column)) {
        missing.add(column);
      }
    }
    return new Positions(positions, names.size(), missing, names);
  }

  /**
   * Tells a mapping that never fitted from a delivery that does not fit the mapping.
   *
   * @param scans all files that the mapping has to fit
   * @param keys by input column, the key whose expression names it first
   * @throws SettingsException when expressions name columns that none of the files has
   */
  void refuseMissingEverywhere(Map<DeliveredFile, ContentScan> scans, Map<String, String> keys) {
    Set<String> missing = new LinkedHashSet<>(columns);
    List<String> headers = new ArrayList<>();
    scans.forEach(
        (file, scan) -> {
          if (scan.header().isEmpty()) {
            return;
          }
          Positions found = positions(file, scan.header());
          if (found.fields() > 1) {
            missing.retainAll(found.missing());
            headers.add("%s has %s".formatted(file.path(), String.join(", ", found.names())));
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

  private static int position(List<String> names, String column) {
    int exact = names.indexOf(column);
    if (exact >= 0) {
      return exact;
    }
    for (int index = 0; index < names.size(); index++) {
      if (names.get(index).equalsIgnoreCase(column)) {
        return index;
      }
    }
    return -1;
  }
}
