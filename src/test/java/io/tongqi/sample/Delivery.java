package io.tongqi.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A delivered file.
 *
 * @param name its name
 * @param encoding its encoding
 * @param rows the texts of its lines, the header first
 */
record Delivery(String name, Charset encoding, List<List<String>> rows) {
  /** Writes it, compressed, without a time in its header. */
  void write(Path folder) {
    Path file = folder.resolve(name);
    try (OutputStream stream = Files.newOutputStream(file);
        OutputStream compressed = new BestCompression(stream)) {
      for (List<String> row : rows) {
        compressed.write((String.join(",", row) + "\n").getBytes(encoding));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("writing the delivery " + file, failure);
    }
  }

  private static final class BestCompression extends GZIPOutputStream {
    BestCompression(OutputStream stream) throws IOException {
      super(stream, 1 << 16);
      def.setLevel(Deflater.BEST_COMPRESSION);
    }
  }
}
