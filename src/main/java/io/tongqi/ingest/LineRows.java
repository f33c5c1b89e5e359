package io.tongqi.ingest;

import java.io.IOException;
import java.io.InputStream;
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
class LineRows extends TextRows {
  private static final byte[] BYTE_ORDER_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);
  private static final UTF8String UNDECODABLE =
      UTF8String.fromString(String.valueOf(FileContent.UNDECODABLE));
  private static final UTF8String REPLACEMENT = UTF8String.fromString("\uFFFD");
  private static final int DOS_END = 0x1A;
  private static final int BEGIN = 1000;

  private final PlannedContent part;
  private final TextOptions options;
  private final LineParser parser;
  private final Charset charset;
  private final CharsetDecoder decoder;
  private final LineReader reader;
  private final Text bytes = new Text();
  private final long last;
  private long line;

  /** Opens the only section of a part. */
  LineRows(
      PlannedContent part,
      TextOptions options,
      LineParser parser,
      int columns,
      Configuration configuration)
      throws IOException {
    super(part, columns);
    ContentScan.Section section = part.sections().get(0);
    this.part = part;
    this.options = options;
    this.parser = parser;
    this.charset = part.file().charset();
    this.decoder = FileContent.decoder(charset);
    InputStream content =
        section.offset() == 0
            ? FileContent.open(part.file(), configuration).bytes()
            : FileContent.openPlain(part.file(), section.offset(), configuration);
    this.reader = new LineReader(content, 1 << 16);
    this.line = section.before();
    this.last = line + section.lines();
  }

  @Override
  InternalRow read() throws IOException {
    for (byte[] next = nextLine(); next != null; next = nextLine()) {
      if (next.length > 0) {
        return row(line, next);
      }
    }
    return null;
  }

  /** The number of the line that was read last. */
  long line() {
    return line;
  }

  /** The bytes of the next line after the header, of one that is too long its beginning. */
  byte[] nextLine() throws IOException {
    while (line < last && options.readLine(reader, bytes) > 0) {
      line++;
      if (line > part.columns().headerLine()) {
        return bytes.copyBytes();
      }
    }
    reader.close();
    return null;
  }

  /** The row that a line makes. */
  InternalRow row(long number, byte[] stored) {
    byte[] line = padless(stored);
    if (line.length == 0) {
      return row(number, null, Ignored.PADDING);
    }
    if (stored.length > options.maxLineBytes()) {
      String begin = new String(line, 0, Math.min(line.length, BEGIN), charset);
      return row(
          number,
          UTF8String.fromString(begin),
          new LineParser.BadLineException(
              Reason.TOO_LONG, "more than %,d bytes".formatted(options.maxLineBytes())));
    }
    return textRow(number, inUtf8(line));
  }

  /** The row that a text in UTF-8 makes. */
  InternalRow textRow(long number, byte[] text) {
    UTF8String raw = UTF8String.fromBytes(text);
    if (parser.isBlank(text)) {
      return row(number, raw, Ignored.BLANK);
    }
    boolean isDecoded = raw.isFullAscii() || !raw.contains(UNDECODABLE);
    try {
      UTF8String[] texts = parser.parse(text, part);
      if (!isDecoded) {
        refuseUndecodable(texts);
        raw = raw.replace(UNDECODABLE, REPLACEMENT);
      }
      return part.columns().isHeader(texts)
          ? row(number, raw, Ignored.HEADER)
          : row(number, raw, texts);
    } catch (LineParser.BadLineException bad) {
      return isDecoded
          ? row(number, raw, bad)
          : row(number, raw.replace(UNDECODABLE, REPLACEMENT), undecodable(bad.texts()));
    }
  }

  private void refuseUndecodable(UTF8String[] texts) throws LineParser.BadLineException {
    for (UTF8String text : texts) {
      if (text != null && text.contains(UNDECODABLE)) {
        throw undecodable(new UTF8String[0]);
      }
    }
  }

  private LineParser.BadLineException undecodable(UTF8String[] texts) {
    return new LineParser.BadLineException(
        Reason.UNDECODABLE, "bytes that %s does not know".formatted(charset.name()), texts);
  }

  /** A line in UTF-8, without a byte order mark before it. */
  byte[] inUtf8(byte[] line) {
    byte[] text = line;
    UTF8String whole = UTF8String.fromBytes(line);
    if (!whole.isFullAscii() && !(charset.equals(StandardCharsets.UTF_8) && whole.isValid())) {
      text = decoded(line).getBytes(StandardCharsets.UTF_8);
    }
    int length = BYTE_ORDER_MARK.length;
    return text.length >= length && Arrays.equals(text, 0, length, BYTE_ORDER_MARK, 0, length)
        ? Arrays.copyOfRange(text, length, text.length)
        : text;
  }

  private String decoded(byte[] line) {
    try {
      return decoder.decode(ByteBuffer.wrap(line)).toString();
    } catch (CharacterCodingException impossible) {
      throw new IllegalStateException("a decoder that replaces what it does not know", impossible);
    }
  }

  /** A line without NUL characters and the DOS end mark around it. */
  static byte[] padless(byte[] line) {
    int from = 0;
    int to = line.length;
    while (from < to && isPadding(line[from])) {
      from++;
    }
    while (from < to && isPadding(line[to - 1])) {
      to--;
    }
    return from == 0 && to == line.length ? line : Arrays.copyOfRange(line, from, to);
  }

  private static boolean isPadding(byte character) {
    return character == 0 || character == DOS_END;
  }
}
