package io.tongqi.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.hadoop.util.LineReader;

/**
 * What one pass over the bytes of a delivered file tells, before anything is booked.
 *
 * @param sha256 SHA-256 of the decompressed content, in hexadecimal
 * @param lines lines that are not blank, a header line included
 * @param header bytes of the first line that is not blank, each as the Latin-1 character of its
 *     value; empty when there is none
 * @param sections the parts in which the content can be read side by side, in their order; one only
 *     where it is compressed
 * @param fault what stopped the reading, or empty when all was read
 */
public record ContentScan(
    String sha256, long lines, String header, List<Section> sections, String fault)
    implements Serializable {
  private static final long SECTION_BYTES = 32L << 20;

  /**
   * Whole lines of a content, one after another.
   *
   * @param offset where the first of them begins, in bytes of the content
   * @param before how many lines, blank ones too, come before it
   * @param lines how many lines it has, blank ones too
   * @param bytes how many bytes of the content it has
   */
  public record Section(long offset, long before, long lines, long bytes) implements Serializable {}

  /** Reads a file to its end; a file that cannot be read gives a scan with a fault. */
  public static ContentScan of(DeliveredFile file, Configuration configuration) {
    return of(file, SECTION_BYTES, configuration);
  }

  /** The same in sections of at least so many bytes, the last one excepted. */
  static ContentScan of(DeliveredFile file, long sectionBytes, Configuration configuration) {
    MessageDigest digest = newDigest();
    boolean isPlain = codec(new Path(file.uri()), configuration) == null;
    List<Section> sections = new ArrayList<>();
    Section section = new Section(0, 0, 0, 0);
    String header = "";
    long lines = 0;
    try (DigestInputStream content = new DigestInputStream(open(file, configuration), digest);
        LineReader reader = new LineReader(content, 1 << 16)) {
      Text line = new Text();
      for (int bytes = reader.readLine(line); bytes > 0; bytes = reader.readLine(line)) {
        if (line.getLength() > 0) {
          lines++;
          if (lines == 1) {
            header = new String(line.copyBytes(), StandardCharsets.ISO_8859_1);
          }
        }
        section = longer(section, bytes);
        if (isPlain && lines > 0 && section.bytes() >= sectionBytes) {
          sections.add(section);
          section = after(section);
        }
      }
    } catch (EOFException truncated) {
      return faulty("its compressed content ends too early");
    } catch (IOException failure) {
      return faulty(String.valueOf(failure.getMessage()));
    }
    sections.add(section);
    return new ContentScan(
        HexFormat.of().formatHex(digest.digest()), lines, header, List.copyOf(sections), "");
  }

  /** All sections as one, for a format whose lines cannot be told apart without reading them. */
  Section whole() {
    return sections.stream()
        .reduce(
            new Section(0, 0, 0, 0),
            (all, it) -> new Section(0, 0, all.lines() + it.lines(), all.bytes() + it.bytes()));
  }

  /** Opens a file, decompressing by the ending of its name as Hadoop's codecs do. */
  static InputStream open(DeliveredFile file, Configuration configuration) throws IOException {
    return open(file, 0, configuration);
  }

  /** Opens a file at a byte of its content; other than at the first only where it is plain. */
  static InputStream open(DeliveredFile file, long offset, Configuration configuration)
      throws IOException {
    Path path = new Path(file.uri());
    var stored = path.getFileSystem(configuration).open(path);
    stored.seek(offset);
    CompressionCodec codec = codec(path, configuration);
    return codec == null ? stored : codec.createInputStream(stored);
  }

  private static CompressionCodec codec(Path path, Configuration configuration) {
    return new CompressionCodecFactory(configuration).getCodec(path);
  }

  private static Section longer(Section it, int bytes) {
    return new Section(it.offset(), it.before(), it.lines() + 1, it.bytes() + bytes);
  }

  private static Section after(Section it) {
    return new Section(it.offset() + it.bytes(), it.before() + it.lines(), 0, 0);
  }

  private static ContentScan faulty(String fault) {
    return new ContentScan("", 0, "", List.of(), fault);
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
