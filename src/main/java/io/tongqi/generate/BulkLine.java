package io.tongqi.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;

/** A CSV line put together as bytes, since formatting is what a bulk would spend its time on. */
final class BulkLine {
  private static final int SECONDS_A_DAY = 86_400;

  private final byte[][] days;
  private byte[] bytes = new byte[512];
  private int length;

  /** Lines with times counted in seconds from the start of a day. */
  BulkLine(LocalDate start, int days) {
    this.days = new byte[days][];
    for (int day = 0; day < days; day++) {
      this.days[day] = (start.plusDays(day) + " ").getBytes(StandardCharsets.US_ASCII);
    }
  }

  /** Starts over. */
  BulkLine start(String prefix, long number, int digits) {
    length = 0;
    for (int index = 0; index < prefix.length(); index++) {
      put(prefix.charAt(index));
    }
    padded(number, digits);
    return this;
  }

  /** Adds a field. */
  BulkLine text(byte[] text) {
    put(',');
    if (length + text.length > bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    System.arraycopy(text, 0, bytes, length, text.length);
    length += text.length;
    return this;
  }

  /** Adds a number, or an empty field for 0. */
  BulkLine number(long number) {
    put(',');
    if (number != 0) {
      int digits = 1;
      for (long rest = number / 10; rest > 0; rest /= 10) {
        digits++;
      }
      padded(number, digits);
    }
    return this;
  }

  /** Adds a time, or an empty field for {@link BulkIncident#NEVER}. */
  BulkLine time(long seconds) {
    if (seconds == BulkIncident.NEVER) {
      put(',');
      return this;
    }
    text(days[(int) (seconds / SECONDS_A_DAY)]);
    int second = (int) (seconds % SECONDS_A_DAY);
    padded(second / 3600, 2);
    put(':');
    padded(second / 60 % 60, 2);
    put(':');
    padded(second % 60, 2);
    return this;
  }

  /** Ends the line and writes it. */
  void writeTo(OutputStream stream) throws IOException {
    put('\n');
    stream.write(bytes, 0, length);
  }

  private void padded(long number, int digits) {
    long rest = number;
    for (int index = length + digits - 1; index >= length; index--) {
      set(index, (byte) ('0' + rest % 10));
      rest /= 10;
    }
    length += digits;
  }

  private void put(char character) {
    set(length++, (byte) character);
  }

  private void set(int index, byte value) {
    if (index >= bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    bytes[index] = value;
  }
}
