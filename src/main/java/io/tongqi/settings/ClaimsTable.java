package io.tongqi.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tongqi.faults.Faults;
import io.tongqi.faults.Remedy;
import io.tongqi.reference.CsvRow;
import io.tongqi.reference.CsvTable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Statements as a table: a row each, and a column for each key that `schema/claims.json` has of a
 * statement. A table says nothing about all of its rows, so each names its area and window.
 */
final class ClaimsTable {
  private static final List<String> COLUMNS =
      List.of("text", "metric", "group", "area", "window", "comparator", "value");
  private static final List<String> OF_ALL = List.of("area", "window");

  private ClaimsTable() {}

  /** Reads a file; empty, with a fault, where it has no rows. */
  static <T> Optional<T> read(Path file, Class<T> type, Faults faults) {
    List<CsvRow> rows = CsvTable.read(file, COLUMNS, "the path to it", faults);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    Set<String> known = known();
    refuseUnknown(file, rows.get(0).values().keySet(), known, faults);
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    OF_ALL.forEach(key -> content.put(key, "each row names its own"));
    ArrayNode statements = content.putArray("statements");
    for (CsvRow row : rows) {
      ObjectNode statement = statements.addObject();
      known.forEach(key -> statement.put(key, row.text(key)));
      if (row.text("metric") != null || row.text("activity") != null) {
        OF_ALL.forEach(row::required);
      }
    }
    Places places = new Places(rows.stream().map(CsvRow::line).toList());
    return Optional.of(
        new RecordReader(Map.of(), faults).read(file, content, places, Schema.CLAIMS, type));
  }

  private static Set<String> known() {
    JsonNode statements = Schema.CLAIMS.document().at("/properties/statements");
    Set<String> known = new TreeSet<>();
    Schema.CLAIMS.keyed(statements).path("properties").fieldNames().forEachRemaining(known::add);
    return known;
  }

  private static void refuseUnknown(
      Path file, Set<String> columns, Set<String> known, Faults faults) {
    for (String column : new TreeSet<>(columns)) {
      if (!known.contains(column)) {
        faults.add(
            file,
            "line 1",
            "column \"%s\" is not known".formatted(column),
            Remedy.choose(column, known));
      }
    }
  }
}
