package io.tongqi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;

/** One night on the sample, for all tests of this process that only read its tables. */
public final class SharedSample {
  private static Path folder;

  private SharedSample() {}

  /** The settings file of the night; runs it at the first call. */
  public static synchronized Path settings() {
    if (folder == null) {
      folder = run();
    }
    return folder.resolve("conf/tongqi.yaml");
  }

  /** The folder of its tables. */
  public static Path warehouse() {
    return settings().resolve("../../warehouse").normalize();
  }

  private static Path run() {
    try {
      Path target = Files.createTempDirectory("tongqi-sample");
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> FileUtils.deleteQuietly(target.toFile())));
      Path deliveries = target.resolve("deliveries");
      SampleNight.deliver(deliveries, "");
      int code =
          new SampleNight(target, target.resolve("warehouse").toString(), deliveries.toString())
              .run();
      if (code != 0) {
        throw new IllegalStateException("the night on the sample left with exit code " + code);
      }
      return target;
    } catch (IOException failure) {
      throw new UncheckedIOException("copying the sample", failure);
    }
  }
}
