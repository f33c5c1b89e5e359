package io.tongqi.settings;

import com.networknt.schema.JsonNodePath;
import java.util.List;

/**
 * Where what a file says stands in it, as messages name it.
 *
 * @param lines of a table the lines of its rows; empty where keys tell the place
 */
public record Places(List<Long> lines) {
  static final Places KEYS = new Places(List.of());

  /** The place of what a path leads to: {@code key books[2].to}, or a line and column. */
  String of(JsonNodePath path) {
    return lines.isEmpty()
        ? "key " + path.toString().substring("$.".length())
        : column((int) path.getElement(1), path.getName(-1));
  }

  /** The place of a key of a statement. */
  public String ofStatement(int number, String key) {
    return lines.isEmpty() ? "key statements[%d].%s".formatted(number, key) : column(number, key);
  }

  private String column(int row, String name) {
    return "line %d, column %s".formatted(lines.get(row), name);
  }
}
