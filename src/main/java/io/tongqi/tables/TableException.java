package io.tongqi.tables;

/** A table cannot be created, read or written as asked; the message says which and what to do. */
public class TableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public TableException(String message) {
    super(message);
  }

  public TableException(String message, Throwable cause) {
    super(message, cause);
  }

  static TableException missing(String table, String location) {
    return new TableException(
        "Opening %s: there is no table at %s; run ingest or nightly first, which create the tables."
            .formatted(table, location));
  }
}
