package io.tongqi.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * Finds the input columns of a mapping among the columns that a file has.
 *
 * @param columns the input columns, as the expressions of the mapping name them
 * @param aliases the column's name for each renamed header
 */
record ColumnNames(List<String> columns, Map<String, String> aliases) {
  /**
   * For each input column where it stands: under its own name or an alias, as written, or else in
   * another letter case. More than one place are an old and a new name of the column side by side,
   * or one name that stands there twice.
   */
  List<List<Integer>> places(List<String> names) {
    return columns.stream()
        .map(
            column -> {
              List<Integer> exact = places(names, column, String::equals);
              return exact.isEmpty() ? places(names, column, String::equalsIgnoreCase) : exact;
            })
        .toList();
  }

  /** Of the places of a column those whose name stands before them, too. */
  List<Integer> repeated(List<String> names, List<Integer> places) {
    List<Integer> repeated = new ArrayList<>();
    for (int later = 1; later < places.size(); later++) {
      String name = names.get(places.get(later));
      boolean isAlias = aliases.containsKey(name) || columns.contains(name);
      BiPredicate<String, String> same = isAlias ? String::equals : String::equalsIgnoreCase;
      if (places.subList(0, later).stream().anyMatch(at -> same.test(names.get(at), name))) {
        repeated.add(places.get(later));
      }
    }
    return repeated;
  }

  private List<Integer> places(
      List<String> names, String column, BiPredicate<String, String> same) {
    return IntStream.range(0, names.size())
        .filter(index -> isNamed(names.get(index), column, same))
        .boxed()
        .toList();
  }

  private boolean isNamed(String name, String column, BiPredicate<String, String> same) {
    return same.test(name, column)
        || aliases.entrySet().stream()
            .anyMatch(it -> same.test(name, it.getKey()) && it.getValue().equals(column));
  }
}
