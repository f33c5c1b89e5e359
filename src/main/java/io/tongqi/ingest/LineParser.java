package io.tongqi.ingest;

import java.io.Serializable;
import org.apache.spark.unsafe.types.UTF8String;

/** Turns one line of text into the texts of its input columns. */
interface LineParser extends Serializable {

  /**
   * The texts of the input columns, null where a column is missing or empty.
   *
   * @param line the line in UTF-8
   * @throws BadLineException when the line is not of its format
   */
  UTF8String[] parse(byte[] line, PlannedContent content) throws BadLineException;

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
