package io.tongqi.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The rows of a delivered text content: for each its file, content, last plausible day, line number
 * (of its last line where quotes hold line breaks), raw text, the problem that keeps it from being
 * read or null and its detail, what it is where it is no record, and the texts of the input
 * columns.
 */
abstract class TextRows implements Iterator<InternalRow> {
  /** What every delivered row tells of itself, before its input columns. */
  static final StructType DELIVERY_COLUMNS =
      new StructType()
          .add("_file", DataTypes.StringType)
          .add("_content", DataTypes.StringType)
          .add("_latest_day", DataTypes.DateType)
          .add("_line", DataTypes.LongType)
          .add("_raw", DataTypes.StringType)
          .add("_problem", DataTypes.StringType)
          .add("_detail", DataTypes.StringType)
          .add("_ignored", DataTypes.StringType);

  private static final int PROBLEM = DELIVERY_COLUMNS.fieldIndex("_problem");
  private static final int DETAIL = DELIVERY_COLUMNS.fieldIndex("_detail");
  private static final int IGNORED = DELIVERY_COLUMNS.fieldIndex("_ignored");
  private static final int DELIVERY_WIDTH = DELIVERY_COLUMNS.size();

  private final PlannedContent content;
  private final UTF8String path;
  private final UTF8String sha256;
  private final int latestDay;
  private final int columns;
  private InternalRow next;
  private boolean started;

  /**
   * Rows of this content.
   *
   * @param columns how many input columns a row has
   */
  TextRows(PlannedContent content, int columns) {
    this.content = content;
    this.columns = columns;
    this.path = UTF8String.fromString(content.file().path());
    this.sha256 = UTF8String.fromString(content.sha256());
    this.latestDay = (int) content.latestDay().toEpochDay();
  }

  /** The next row, or null at the end. */
  abstract InternalRow read() throws IOException;

  /** A row that can be read. */
  InternalRow row(long line, UTF8String raw, UTF8String[] texts) {
    Object[] values = values(line, raw);
    System.arraycopy(texts, 0, values, DELIVERY_WIDTH, texts.length);
    return new GenericInternalRow(values);
  }

  /** A row that cannot be read; its texts serve to tell whether it is meant to be. */
  InternalRow row(long line, UTF8String raw, LineParser.BadLineException bad) {
    Object[] values = values(line, raw);
    values[PROBLEM] = UTF8String.fromString(bad.reason().code());
    values[DETAIL] = UTF8String.fromString(bad.getMessage());
    System.arraycopy(bad.texts(), 0, values, DELIVERY_WIDTH, bad.texts().length);
    return new GenericInternalRow(values);
  }

  /** A row that is no record. */
  InternalRow row(long line, UTF8String raw, Ignored kind) {
    Object[] values = values(line, raw);
    values[IGNORED] = UTF8String.fromString(kind.code());
    return new GenericInternalRow(values);
  }

  private Object[] values(long line, UTF8String raw) {
    Object[] values = new Object[DELIVERY_WIDTH + columns];
    values[0] = path;
    values[1] = sha256;
    values[2] = latestDay;
    values[3] = line;
    values[4] = raw;
    return values;
  }

  @Override
  public boolean hasNext() {
    if (!started) {
      started = true;
      advance();
    }
    return next != null;
  }

  @Override
  public InternalRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    InternalRow row = next;
    advance();
    return row;
  }

  private void advance() {
    try {
      next = read();
    } catch (IOException failure) {
      throw new UncheckedIOException(
          "reading %s: %s".formatted(content.file().path(), failure.getMessage()), failure);
    }
  }
}
