package io.tongqi.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;

/** Parquet files in one pass over their bytes: whether they are whole. */
final class ParquetScan {
  private static final byte[] MARK = "PAR1".getBytes(StandardCharsets.US_ASCII);

  private ParquetScan() {}

  static ContentScan of(FileContent content) throws IOException {
    if (content.signature() != FileSignature.PARQUET) {
      return ContentScan.faulty("it is not Parquet but %s".formatted(content.signature().words()));
    }
    if (!content.isPlain()) {
      return ContentScan.faulty("it is a Parquet file that is packed; unpack it");
    }
    MessageDigest digest = DigestUtils.getSha256Digest();
    byte[] end = new byte[0];
    try (InputStream bytes = new DigestInputStream(content.bytes(), digest)) {
      byte[] block = bytes.readNBytes(1 << 16);
      while (block.length > 0) {
        end = block.length < MARK.length ? joined(end, block) : block;
        block = bytes.readNBytes(1 << 16);
      }
    }
    byte[] last = Arrays.copyOfRange(end, Math.max(0, end.length - MARK.length), end.length);
    return Arrays.equals(last, MARK)
        ? new ContentScan(
            HexFormat.of().formatHex(digest.digest()),
            0,
            CsvHead.NONE,
            List.of(),
            content.charset().name(),
            List.of(),
            "")
        : ContentScan.faulty("it is a Parquet file whose end is missing");
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
