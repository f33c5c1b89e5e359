package io.tongqi.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
 * @param fault what stopped the reading, or empty when all was read
 */
public record ContentScan(String sha256, long lines, String header, String fault)
    implements Serializable {

  /** Reads a file to its end; a file that cannot be read gives a scan with a fault. */
  public static ContentScan of(DeliveredFile file, Configuration configuration) {
    MessageDigest digest = newDigest();
    String header = "";
    long lines = 0;
    try (DigestInputStream content =
            new DigestInputStream(open(file.uri(), configuration), digest);
        LineReader reader = new LineReader(content, 1 << 16)) {
      Text line = new Text();
      while (reader.readLine(line) > 0) {
        if (line.getLength() > 0) {
          lines++;
          if (lines == 1) {
            header = new String(line.copyBytes(), StandardCharsets.ISO_8859_1);
          }
        }
      }
    } catch (EOFException truncated) {
      return new ContentScan("", lines, header, "its compressed content ends too early");
    } catch (IOException failure) {
      return new ContentScan("", lines, header, String.valueOf(failure.getMessage()));
    }
    return new ContentScan(HexFormat.of().formatHex(digest.digest()), lines, header, "");
  }

  /** Opens a file, decompressing by the ending of its name as Hadoop's codecs do. */
  public static InputStream open(String uri, Configuration configuration) throws IOException {
    Path path = new Path(uri);
    InputStream stored = path.getFileSystem(configuration).open(path);
    CompressionCodec codec = new CompressionCodecFactory(configuration).getCodec(path);
    return codec == null ? stored : codec.createInputStream(stored);
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
