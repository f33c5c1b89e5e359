package io.tongqi.ingest;

import java.io.Serializable;

/** Turns one line of text into the texts of its input columns. */
public interface LineParser extends Serializable {

  /**
   * The texts of the input columns, null where a column is missing or empty.
   *
   * @throws BadLineException when the line is not of its format
   */
  String[] parse(String line, PlannedContent content) throws BadLineException;

  /** A line that is not of its format; the message is the reason of its rejection. */
  final class BadLineException extends Exception {
    private static final long serialVersionUID = 1L;
    private final Reason reason;

    BadLineException(Reason reason) {
      super(reason.code());
      this.reason = reason;
    }

    Reason reason() {
      return reason;
    }
  }
}
