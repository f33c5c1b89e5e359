package io.tongqi.ingest;

import io.tongqi.faults.SettingsException;
import io.tongqi.faults.TryAgainException;
import io.tongqi.settings.SourceMapping;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * A file as it lies in a source's delivery folder.
 *
 * @param path its path relative to the root of the source; of a file in an archive, the archive's
 *     path with that in it
 * @param uri its whole Hadoop path, or that of the archive that it is in
 * @param entry its name in the archive, empty where it is in none
 * @param sizeBytes size as stored, packed or not
 * @param modifiedAt milliseconds since the epoch at which the storage says it was last written
 * @param charsetName encoding by the mapping, or by the mark at its beginning
 */
public record DeliveredFile(
    String path, String uri, String entry, long sizeBytes, long modifiedAt, String charsetName)
    implements Serializable {
  private static final Pattern HIDDEN = Pattern.compile("(^|/)[._]");

  /** The encoding. */
  public Charset charset() {
    return Charset.forName(charsetName);
  }

  /** The same in another encoding. */
  DeliveredFile in(String charset) {
    return new DeliveredFile(path, uri, entry, sizeBytes, modifiedAt, charset);
  }

  /** The files of an archive that the mapping accepts, without those that systems hide in it. */
  List<DeliveredFile> entries(List<String> names, SourceMapping mapping) {
    return names.stream()
        .filter(name -> !HIDDEN.matcher(name).find() && mapping.accepts(path + "/" + name))
        .map(name -> path + "/" + name)
        .map(
            it ->
                new DeliveredFile(
                    it,
                    uri,
                    it.substring(path.length() + 1),
                    sizeBytes,
                    modifiedAt,
                    mapping.encodingOf(it).name()))
        .toList();
  }

  /**
   * The files below the root of a source that its glob names, by path. Files and folders whose name
   * begins with a dot or an underscore are passed over: markers and half-written files.
   *
   * @throws SettingsException when the root does not exist
   * @throws TryAgainException when the storage does not answer
   */
  static List<DeliveredFile> list(SourceMapping mapping, Configuration configuration) {
    Path root = new Path(mapping.root());
    try {
      FileSystem storage = root.getFileSystem(configuration);
      Path qualified = storage.makeQualified(root);
      RemoteIterator<LocatedFileStatus> found = storage.listFiles(qualified, true);
      List<DeliveredFile> files = new ArrayList<>();
      while (found.hasNext()) {
        FileStatus status = found.next();
        String path = qualified.toUri().relativize(status.getPath().toUri()).getPath();
        if ((mapping.accepts(path) || mapping.acceptsArchive(path))
            && !HIDDEN.matcher(path).find()) {
          files.add(
              new DeliveredFile(
                  path,
                  status.getPath().toString(),
                  "",
                  status.getLen(),
                  status.getModificationTime(),
                  mapping.encodingOf(path).name()));
        }
      }
      files.sort(Comparator.comparing(DeliveredFile::path));
      return files;
    } catch (FileNotFoundException missing) {
      throw new SettingsException(
          List.of(
              "%s: key root: the delivery folder %s of source %s does not exist; correct the path or create the folder"
                  .formatted(mapping.file(), mapping.root(), mapping.source())));
    } catch (IOException failure) {
      throw new TryAgainException(
          List.of(
              "listing the deliveries of source %s in %s: the storage answered: %s; run again when it is back"
                  .formatted(mapping.source(), mapping.root(), failure.getMessage())));
    }
  }
}
