package io.tongqi.ingest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.io.input.ReaderInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.io.compress.BZip2Codec;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionCodecFactory;
import org.apache.hadoop.io.compress.GzipCodec;
import org.apache.hadoop.util.ReflectionUtils;

/**
 * The content of a delivered file, out of whatever it is packed in: taken out of its archive,
 * decompressed, and in UTF-8 where it is UTF-16 by its mark.
 *
 * @param bytes to be read and closed
 * @param signature what the content itself is
 * @param charset the encoding that its mark tells, else that of the mapping
 * @param isPlain whether it is stored just as it is read
 */
record FileContent(InputStream bytes, FileSignature signature, Charset charset, boolean isPlain) {
  /** Stands for bytes that could not be decoded; no text holds it, by the rules of Unicode. */
  static final char UNDECODABLE = '\uFDD0';

  private static final int BUFFER = 1 << 16;
  private static final int MOST_LAYERS = 4;

  /** Opens a file at its first byte. */
  static FileContent open(DeliveredFile file, Configuration configuration) throws IOException {
    InputStream bytes = stored(file, configuration);
    boolean isPlain = file.entry().isEmpty();
    Optional<CompressionCodec> named = namedCodec(file, configuration);
    if (named.isPresent()) {
      bytes = named.get().createInputStream(bytes);
      isPlain = false;
    }
    for (int layer = 0; layer < MOST_LAYERS; layer++) {
      BufferedInputStream content = new BufferedInputStream(bytes, BUFFER);
      FileSignature signature = signature(content);
      switch (signature) {
        case GZIP -> bytes = codec(GzipCodec.class, configuration).createInputStream(content);
        case BZIP2 -> bytes = codec(BZip2Codec.class, configuration).createInputStream(content);
        case UTF_16_LITTLE -> bytes = inUtf8(content, StandardCharsets.UTF_16LE);
        case UTF_16_BIG -> bytes = inUtf8(content, StandardCharsets.UTF_16BE);
        case UTF_8 -> {
          return new FileContent(content, signature, StandardCharsets.UTF_8, isPlain);
        }
        case ZIP,
            XZ,
            SEVEN_ZIP,
            RAR,
            OLD_WORKBOOK,
            PDF,
            HTML,
            XML,
            DATABASE,
            PARQUET,
            UTF_16_UNMARKED,
            OTHER -> {
          return new FileContent(content, signature, file.charset(), isPlain);
        }
      }
      isPlain = false;
    }
    throw new IOException("it is packed more than %d times over".formatted(MOST_LAYERS));
  }

  /** Opens a plain file at any byte. */
  static InputStream openPlain(DeliveredFile file, long offset, Configuration configuration)
      throws IOException {
    FSDataInputStream stored = storedFile(file, configuration);
    stored.seek(offset);
    return stored;
  }

  /** Opens a zip archive as such. */
  static ZipArchive openArchive(DeliveredFile file, Configuration configuration)
      throws IOException {
    return new ZipArchive(storedFile(file, configuration), file.sizeBytes(), file.charset());
  }

  /** A decoder to which bytes that it does not know are {@link #UNDECODABLE}. */
  static CharsetDecoder decoder(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE)
        .replaceWith(String.valueOf(UNDECODABLE));
  }

  private static InputStream stored(DeliveredFile file, Configuration configuration)
      throws IOException {
    return file.entry().isEmpty()
        ? storedFile(file, configuration)
        : openArchive(file, configuration).open(file.entry());
  }

  /** Hadoop's checksums of local files fail on names with a colon. */
  private static FSDataInputStream storedFile(DeliveredFile file, Configuration configuration)
      throws IOException {
    Path path = new Path(file.uri());
    FileSystem storage = path.getFileSystem(configuration);
    return path.getName().indexOf(':') >= 0 && storage instanceof ChecksumFileSystem checked
        ? checked.getRawFileSystem().open(path)
        : storage.open(path);
  }

  /** The codec that only the name of a file tells: of bytes that do not begin in any known way. */
  private static Optional<CompressionCodec> namedCodec(
      DeliveredFile file, Configuration configuration) {
    Path name = new Path("/" + file.path().toLowerCase(Locale.ROOT));
    return Optional.ofNullable(new CompressionCodecFactory(configuration).getCodec(name))
        .filter(codec -> !(codec instanceof GzipCodec || codec instanceof BZip2Codec));
  }

  private static CompressionCodec codec(
      Class<? extends CompressionCodec> kind, Configuration configuration) {
    return ReflectionUtils.newInstance(kind, configuration);
  }

  private static InputStream inUtf8(InputStream content, Charset charset) throws IOException {
    return ReaderInputStream.builder()
        .setReader(new InputStreamReader(content, decoder(charset)))
        .setCharset(StandardCharsets.UTF_8)
        .get();
  }

  private static FileSignature signature(BufferedInputStream content) throws IOException {
    content.mark(FileSignature.BYTES);
    byte[] first = content.readNBytes(FileSignature.BYTES);
    content.reset();
    return FileSignature.of(first);
  }
}
