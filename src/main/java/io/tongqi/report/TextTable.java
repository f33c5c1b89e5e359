package io.tongqi.report;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.lang3.StringUtils;

/**
 * A table of texts for a terminal or a page of Markdown. Chinese letters take two columns of a
 * terminal, by Unicode Standard Annex 11.
 *
 * @param header the names of the columns
 * @param rows a text a column; lines of one are parted by a line feed
 */
public record TextTable(List<String> header, List<List<String>> rows) {
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\n]]");

  /** Letters that a terminal would obey are shown as their code. */
  public TextTable {
    rows = rows.stream().map(row -> row.stream().map(TextTable::shown).toList()).toList();
  }

  private static String shown(String text) {
    return CONTROL
        .matcher(text)
        .replaceAll(it -> "\\\\u%04x".formatted((int) it.group().charAt(0)));
  }

  /** The table with lines around its cells. */
  public String grid() {
    List<Integer> widths = widths();
    String line = widths.stream().map("-"::repeat).collect(Collectors.joining("+", "+", "+\n"));
    StringBuilder grid = new StringBuilder(line).append(row(header, widths)).append(line);
    rows.forEach(row -> grid.append(row(row, widths)));
    return grid.append(line).toString();
  }

  /** The lines of rows without lines around their cells. */
  public static List<String> columns(List<List<String>> rows) {
    List<Integer> widths = rows.isEmpty() ? List.of() : widths(rows);
    return rows.stream()
        .map(row -> StringUtils.stripEnd(String.join("  ", padded(row, widths)), " "))
        .toList();
  }

  private List<Integer> widths() {
    List<List<String>> all = new ArrayList<>(rows);
    all.add(header);
    return widths(all);
  }

  private static List<Integer> widths(List<List<String>> all) {
    return IntStream.range(0, all.get(0).size())
        .map(
            column ->
                all.stream()
                    .flatMap(row -> row.get(column).lines())
                    .mapToInt(TextTable::width)
                    .max()
                    .orElse(0))
        .boxed()
        .toList();
  }

  private static String row(List<String> cells, List<Integer> widths) {
    List<List<String>> lines = cells.stream().map(cell -> cell.lines().toList()).toList();
    int height = Math.max(1, lines.stream().mapToInt(List::size).max().orElse(1));
    return IntStream.range(0, height)
        .mapToObj(line -> line(lines, line, widths))
        .collect(Collectors.joining());
  }

  private static String line(List<List<String>> cells, int line, List<Integer> widths) {
    List<String> texts =
        cells.stream().map(lines -> line < lines.size() ? lines.get(line) : "").toList();
    return String.join("|", padded(texts, widths)).transform("|%s|\n"::formatted);
  }

  private static List<String> padded(List<String> texts, List<Integer> widths) {
    return IntStream.range(0, texts.size())
        .mapToObj(
            column -> texts.get(column) + " ".repeat(widths.get(column) - width(texts.get(column))))
        .toList();
  }

  /** How many columns of a terminal a text takes. */
  static int width(String text) {
    return text.codePoints().map(TextTable::width).sum();
  }

  private static int width(int letter) {
    int category = UCharacter.getType(letter);
    if (category == ECharacterCategory.NON_SPACING_MARK
        || category == ECharacterCategory.ENCLOSING_MARK
        || category == ECharacterCategory.FORMAT) {
      return 0;
    }
    int wide = UCharacter.getIntPropertyValue(letter, UProperty.EAST_ASIAN_WIDTH);
    return wide == UCharacter.EastAsianWidth.WIDE || wide == UCharacter.EastAsianWidth.FULLWIDTH
        ? 2
        : 1;
  }

  /** The table in Markdown, as GitHub has it. */
  public String markdown() {
    StringBuilder table = new StringBuilder(markdown(header));
    table.append(markdown(Collections.nCopies(header.size(), "---")));
    rows.forEach(row -> table.append(markdown(row)));
    return table.toString();
  }

  private static String markdown(List<String> cells) {
    return cells.stream()
        .map(it -> it.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "<br>"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  /** Breaks a text into lines of at most so many columns, where its language breaks lines. */
  public static String wrapped(String text, int columns) {
    BreakIterator breaks = BreakIterator.getLineInstance(ULocale.CHINESE);
    breaks.setText(text);
    StringBuilder lines = new StringBuilder();
    StringBuilder line = new StringBuilder();
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
      String piece = text.substring(start, end);
      if (line.length() > 0 && width(line + piece.stripTrailing()) > columns) {
        lines.append(line.toString().stripTrailing()).append('\n');
        line.setLength(0);
      }
      line.append(piece);
    }
    return StringUtils.stripEnd(lines.append(line).toString(), " ");
  }
}
