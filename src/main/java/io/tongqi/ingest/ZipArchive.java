package io.tongqi.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.ChecksumVerifyingInputStream;
import org.apache.hadoop.fs.FSDataInputStream;

/** A zip archive on any storage. */
final class ZipArchive implements AutoCloseable {
  private static final Pattern OFFICE = Pattern.compile("(xl|word|ppt)/.*|content\\.xml");

  private final ZipFile zip;

  /**
   * Opens the archive that is stored here.
   *
   * @param names the encoding of the names of entries that do not tell theirs
   */
  ZipArchive(FSDataInputStream stored, long size, Charset names) throws IOException {
    zip =
        ZipFile.builder().setSeekableByteChannel(new Channel(stored, size)).setCharset(names).get();
  }

  /**
   * Its files by their names, with slashes between folders.
   *
   * @throws IOException when a name stands for two files, or for none on any storage
   */
  List<String> names() throws IOException {
    Set<String> names = new LinkedHashSet<>();
    for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
      String name = name(entry);
      boolean isNew = entry.isDirectory() || names.add(name);
      if (!isNew || name.indexOf('\0') >= 0) {
        throw new IOException(
            "the archive has two files of the name %s, or one that is no name"
                .formatted(Visible.text(name)));
      }
    }
    return List.copyOf(names);
  }

  /** Whether it is a workbook or another document of an office suite. */
  boolean isDocument() throws IOException {
    return names().stream().anyMatch(name -> OFFICE.matcher(name).matches());
  }

  /** The content of a file in it; closing that closes the archive. */
  InputStream open(String name) throws IOException {
    ZipArchiveEntry found =
        Collections.list(zip.getEntries()).stream()
            .filter(entry -> name(entry).equals(name))
            .findFirst()
            .orElseThrow(() -> new IOException("the archive has no file " + name));
    if (!zip.canReadEntryData(found)) {
      throw new IOException("it is encrypted, or compressed in a way that is not known");
    }
    InputStream content =
        new ChecksumVerifyingInputStream(
            new CRC32(), zip.getInputStream(found), found.getSize(), found.getCrc());
    return new FilterInputStream(content) {
      @Override
      public void close() throws IOException {
        super.close();
        zip.close();
      }
    };
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static String name(ZipArchiveEntry entry) {
    return entry.getName().replace('\\', '/');
  }

  /** A stored file as a channel to read from. */
  private record Channel(FSDataInputStream stored, long size) implements SeekableByteChannel {
    @Override
    public int read(ByteBuffer target) throws IOException {
      byte[] bytes = new byte[Math.min(target.remaining(), 1 << 16)];
      int count = stored.read(bytes, 0, bytes.length);
      if (count > 0) {
        target.put(bytes, 0, count);
      }
      return count;
    }

    @Override
    public long position() throws IOException {
      return stored.getPos();
    }

    @Override
    public SeekableByteChannel position(long position) throws IOException {
      stored.seek(Math.min(position, size));
      return this;
    }

    @Override
    public int write(ByteBuffer source) {
      throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long length) {
      throw new NonWritableChannelException();
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() throws IOException {
      stored.close();
    }
  }
}
