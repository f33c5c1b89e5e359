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
}
