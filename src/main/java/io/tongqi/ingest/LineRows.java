package io.tongqi.ingest;

import io.tongqi.domain.Format;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.util.LineReader;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** The rows of one section of a text content in which each line is a row. */
final class LineRows extends TextRows {
  private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);

  private final PlannedContent part;
  private final LineParser parser;
  private final Charset charset;
  private final CharsetDecoder decoder;
  private final LineReader reader;
  private final Text bytes = new Text();
  private final long last;
  private long line;
  private boolean isPastHeader;

  /** Opens the only section of a part. */
  LineRows(
      PlannedContent part,
      Format format,
      LineParser parser,
      int columns,
      Configuration configuration)
      throws IOException {
    super(part, columns);
    ContentScan.Section section = part.sections().get(0);
    this.part = part;
    this.parser = parser;
    this.charset = part.file().charset();
    this.decoder = charset.newDecoder();
    this.reader =
        new LineReader(ContentScan.open(part.file(), section.offset(), configuration), 1 << 16);
    this.line = section.before();
    this.last = line + section.lines();
    this.isPastHeader = format == Format.JSON || line > 0;
  }

  @Override
  InternalRow read() throws IOException {
    while (line < last && reader.readLine(bytes) > 0) {
      line++;
      if (bytes.getLength() > 0 && isPastHeader) {
        return row();
      }
      isPastHeader |= bytes.getLength() > 0;
    }
    reader.close();
    return null;
  }

  private InternalRow row() {
    byte[] text;
    try {
      text = decoded();
    } catch (CharacterCodingException undecodable) {
      String replaced = new String(bytes.getBytes(), 0, bytes.getLength(), charset);
      return row(line, UTF8String.fromString(replaced), Reason.UNDECODABLE);
    }
    UTF8String raw = UTF8String.fromBytes(text);
    try {
      return row(line, raw, parser.parse(text, part));
    } catch (LineParser.BadLineException bad) {
      return row(line, raw, bad.reason());
    }
  }

  /** The line in UTF-8, without a byte order mark before the first. */
  private byte[] decoded() throws CharacterCodingException {
    byte[] stored = bytes.copyBytes();
    byte[] text = stored;
    if (charset.equals(StandardCharsets.UTF_8)) {
      UTF8String whole = UTF8String.fromBytes(stored);
      if (!whole.isFullAscii() && !whole.isValid()) {
        throw new CharacterCodingException();
      }
    } else {
      text = decoder.decode(ByteBuffer.wrap(stored)).toString().getBytes(StandardCharsets.UTF_8);
    }
    return line == 1 && startsWithMark(text)
        ? Arrays.copyOfRange(text, BYTE_ORDER_MARK.length, text.length)
        : text;
  }

  private static boolean startsWithMark(byte[] text) {
    int length = BYTE_ORDER_MARK.length;
    return text.length >= length && Arrays.equals(text, 0, length, BYTE_ORDER_MARK, 0, length);
  }
}
