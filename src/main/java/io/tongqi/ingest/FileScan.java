package io.tongqi.ingest;

import io.tongqi.domain.Format;
import io.tongqi.ingest.ContentScan.Section;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.Text;
import org.apache.hadoop.util.LineReader;

/** Scans delivered files, each in one pass over its bytes. */
final class FileScan {
  private static final long SECTION_BYTES = 32L << 20;

  private FileScan() {}

  /** Reads a file to its end; a file that cannot be read gives a scan with a fault. */
  static ContentScan of(DeliveredFile file, TextOptions options, Configuration configuration) {
    return of(file, options, SECTION_BYTES, configuration);
  }

  /** The same in sections of at least so many bytes, the last one excepted. */
  static ContentScan of(
      DeliveredFile file, TextOptions options, long sectionBytes, Configuration configuration) {
    try {
      FileContent content = FileContent.open(file, configuration);
      try (InputStream bytes = content.bytes()) {
        if (content.signature() == FileSignature.ZIP && file.entry().isEmpty()) {
          return archive(file, configuration);
        }
        if (options.format() == Format.PARQUET) {
          return ParquetScan.of(content);
        }
        Optional<String> fault = content.signature().fault();
        return fault.isPresent()
            ? ContentScan.faulty(fault.get())
            : lines(content, options, sectionBytes);
      }
    } catch (EOFException truncated) {
      return ContentScan.faulty("its packed content ends too early");
    } catch (IOException | RuntimeException failure) {
      return ContentScan.faulty(
          String.valueOf(failure.getMessage()).lines().findFirst().orElse(""));
    }
  }

  private static ContentScan archive(DeliveredFile file, Configuration configuration)
      throws IOException {
    try (ZipArchive archive = FileContent.openArchive(file, configuration)) {
      return archive.isDocument()
          ? ContentScan.faulty(
              "it is an Excel workbook (xlsx) or another office document; have the records exported as text with delimiters")
          : new ContentScan("", 0, CsvHead.NONE, List.of(), "", archive.names(), "");
    }
  }

  private static ContentScan lines(FileContent content, TextOptions options, long sectionBytes)
      throws IOException {
    MessageDigest digest = DigestUtils.getSha256Digest();
    CsvHead.Finder head = new CsvHead.Finder(options.csv());
    boolean isCsv = options.format() == Format.CSV;
    List<Section> sections = new ArrayList<>();
    Section section = new Section(0, 0, 0, 0);
    long number = 0;
    long lines = 0;
    try (LineReader reader =
        new LineReader(new DigestInputStream(content.bytes(), digest), 1 << 16)) {
      Text line = new Text();
      for (int bytes = options.readLine(reader, line);
          bytes > 0;
          bytes = options.readLine(reader, line)) {
        number++;
        if (isCsv) {
          head.read(number, line);
        }
        boolean isBegun = !isCsv || head.isFound();
        if (isBegun && line.getLength() > 0) {
          lines++;
        }
        section = longer(section, bytes);
        if (content.isPlain() && isBegun && section.bytes() >= sectionBytes) {
          sections.add(section);
          section = after(section);
        }
      }
    }
    sections.add(section);
    return new ContentScan(
        HexFormat.of().formatHex(digest.digest()),
        lines,
        head.head(),
        List.copyOf(sections),
        content.charset().name(),
        List.of(),
        "");
  }

  private static Section longer(Section it, int bytes) {
    return new Section(it.offset(), it.before(), it.lines() + 1, it.bytes() + bytes);
  }

  private static Section after(Section it) {
    return new Section(it.offset() + it.bytes(), it.before() + it.lines(), 0, 0);
  }
}
