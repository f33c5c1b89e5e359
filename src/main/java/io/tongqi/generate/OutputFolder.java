package io.tongqi.generate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.ChecksumFileSystem;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;

/** A folder on any Hadoop file system; files in it are replaced by those of the same names. */
final class OutputFolder {
  private static final String FILE = "file";

  private final Path folder;
  private final FileSystem fileSystem;

  OutputFolder(Path folder, Configuration configuration) throws IOException {
    this.folder = folder;
    FileSystem found = folder.getFileSystem(configuration);
    // Checksums of a local file would stand beside it as a file of their own.
    fileSystem = found instanceof ChecksumFileSystem local ? local.getRawFileSystem() : found;
  }

  /** Writes a resource as a file. */
  void copy(String resource, String name) throws IOException {
    try (InputStream content = OutputFolder.class.getResourceAsStream(resource)) {
      write(name, content.readAllBytes());
    }
  }

  /** Removes a file, if there is one. */
  void remove(String name) throws IOException {
    fileSystem.delete(new Path(folder, name), false);
  }

  /**
   * Writes rows as CSV files with a header, each of them whole: the rows whose {@code file} is 0
   * under the first name, and so on. No row passes through the driver.
   *
   * @param rows sorted in their tasks by {@code file}, those of one file in one task
   */
  void writeCsv(Dataset<Row> rows, List<String> names) throws IOException {
    Path parts = new Path(folder, "_parts");
    try {
      rows.write()
          .partitionBy(FILE)
          .option("header", true)
          .mode(SaveMode.Overwrite)
          .csv(parts.toString());
      for (int file = 0; file < names.size(); file++) {
        Path written = new Path(parts, FILE + "=" + file);
        if (fileSystem.exists(written)) {
          move(onlyPart(written), names.get(file));
        } else {
          String header = String.join(",", rows.drop(FILE).columns()) + "\n";
          write(names.get(file), header.getBytes(StandardCharsets.UTF_8));
        }
      }
    } finally {
      fileSystem.delete(parts, true);
    }
  }

  private Path onlyPart(Path written) throws IOException {
    FileStatus[] parts = fileSystem.listStatus(written, path -> path.getName().startsWith("part-"));
    if (parts.length != 1) {
      throw new IllegalStateException(
          "putting the parts of %s together: there are %d, where one task writes one; leave spark.sql.files.maxRecordsPerFile unset"
              .formatted(written, parts.length));
    }
    return parts[0].getPath();
  }

  private void move(Path part, String name) throws IOException {
    Path target = new Path(folder, name);
    fileSystem.mkdirs(target.getParent());
    remove(name);
    if (!fileSystem.rename(part, target)) {
      throw new IOException("%s cannot be renamed to %s".formatted(part, target));
    }
  }

  private void write(String name, byte[] content) throws IOException {
    try (OutputStream file = fileSystem.create(new Path(folder, name), true)) {
      file.write(content);
    }
  }
}
