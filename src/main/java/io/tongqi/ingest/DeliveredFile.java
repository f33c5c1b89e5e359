package io.tongqi.ingest;

import java.io.Serializable;
import java.nio.charset.Charset;

/**
 * A file as it lies in a source's delivery folder.
 *
 * @param path its path relative to the root of the source
 * @param uri its whole Hadoop path
 * @param sizeBytes size as stored, compressed or not
 * @param modifiedAt milliseconds since the epoch at which the storage says it was last written
 * @param charsetName encoding by the mapping
 */
public record DeliveredFile(
    String path, String uri, long sizeBytes, long modifiedAt, String charsetName)
    implements Serializable {

  /** The encoding by the mapping. */
  public Charset charset() {
    return Charset.forName(charsetName);
  }
}
