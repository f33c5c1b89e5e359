package io.tongqi.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The rows of a whole delimited content in which quotes may hold line breaks. A quote that is never
 * closed rejects the line that opens it, and what follows is read as if it did not.
 */
final class QuotedRows extends LineRows {
  private static final List<UTF8String> TORN =
      List.of(
          UTF8String.fromString(Reason.FIELD_COUNT.code()),
          UTF8String.fromString(Reason.UNCLOSED_QUOTE.code()));
  private static final int PROBLEM = DELIVERY_COLUMNS.fieldIndex("_problem");

  private final PlannedContent content;
  private final TextOptions options;
  private final Deque<byte[]> ahead = new ArrayDeque<>();

  /** Opens the content. */
  QuotedRows(
      PlannedContent content,
      TextOptions options,
      LineParser parser,
      int columns,
      Configuration configuration)
      throws IOException {
    super(content, options, parser, columns, configuration);
    this.content = content;
    this.options = options;
  }

  @Override
  InternalRow read() throws IOException {
    byte[] first = take();
    while (first != null && first.length == 0) {
      first = take();
    }
    if (first == null) {
      return null;
    }
    QuoteState quotes = new QuoteState(options.csv(), content.columns().delimiter());
    String begin = text(first);
    return quotes.isOpenAfter(begin) ? record(begin, quotes) : row(taken(), first);
  }

  /** The record that goes on in the lines after the first. */
  private InternalRow record(String begin, QuoteState quotes) throws IOException {
    StringBuilder record = new StringBuilder(begin);
    List<byte[]> further = new ArrayList<>();
    boolean isOpen = true;
    while (isOpen && quotes.isSound() && record.length() <= options.maxLineBytes()) {
      byte[] next = take();
      if (next == null) {
        break;
      }
      further.add(next);
      String text = text(next);
      record.append('\n').append(text);
      isOpen = quotes.isOpenAfter(text);
    }
    if (!isOpen && quotes.isSound()) {
      InternalRow row = textRow(taken(), record.toString().getBytes(StandardCharsets.UTF_8));
      if (row.isNullAt(PROBLEM) || !TORN.contains(row.getUTF8String(PROBLEM))) {
        return row;
      }
    }
    for (int index = further.size() - 1; index >= 0; index--) {
      ahead.push(further.get(index));
    }
    return row(
        taken(),
        UTF8String.fromString(begin.replace(FileContent.UNDECODABLE, '\uFFFD')),
        new LineParser.BadLineException(
            Reason.UNCLOSED_QUOTE, "a quote opens and does not close in this record"));
  }

  private byte[] take() throws IOException {
    return ahead.isEmpty() ? nextLine() : ahead.pop();
  }

  /** The number of the line that was taken last. */
  private long taken() {
    return line() - ahead.size();
  }

  private String text(byte[] line) {
    return new String(inUtf8(padless(line)), StandardCharsets.UTF_8);
  }
}
