package io.tongqi.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.spark.sql.Row;

/** An iterator that reads one row ahead. */
abstract class RowIterator implements Iterator<Row> {
  private Row next;
  private boolean started;

  /** The next row, or null at the end. */
  abstract Row read() throws IOException;

  /** What a failure to read is told as. */
  abstract UncheckedIOException failed(IOException failure);

  @Override
  public boolean hasNext() {
    if (!started) {
      advance();
    }
    return next != null;
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Row row = next;
    advance();
    return row;
  }

  private void advance() {
    started = true;
    try {
      next = read();
    } catch (IOException failure) {
      throw failed(failure);
    }
  }
}
