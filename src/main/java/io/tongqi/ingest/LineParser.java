package io.tongqi.ingest;

import java.io.Serializable;
import org.apache.spark.unsafe.types.UTF8String;

/** Turns one line of text into the texts of its input columns. */
interface LineParser extends Serializable {

  /**
   * The texts of the input columns without blanks around them, null where a column is missing or
   * empty.
   *
   * @param line the line in UTF-8
   * @throws BadLineException when the line is not of its format
   */
  UTF8String[] parse(byte[] line, PlannedContent content) throws BadLineException;

  /** Whether a line holds no value at all. */
  boolean isBlank(byte[] line);

  /** A line that is not of its format. */
  final class BadLineException extends Exception {
    private static final long serialVersionUID = 1L;
    private final Reason reason;
    private final transient UTF8String[] texts;

    /**
     * Of this reason.
     *
     * @param detail what was found, and what was wanted
     * @param texts of the input columns, as far as they can be told
     */
    BadLineException(Reason reason, String detail, UTF8String... texts) {
      super(detail, null, false, false);
      this.reason = reason;
      this.texts = texts;
    }

    Reason reason() {
      return reason;
    }

    UTF8String[] texts() {
      return texts;
    }
  }
}
