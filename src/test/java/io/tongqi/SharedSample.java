package io.tongqi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.io.FileUtils;

/** One night on the sample, for all tests of this process that only read its tables. */
public final class SharedSample {
  private static Path folder;
  private static SampleNight night;

  private SharedSample() {}

  /** The folder with its settings and tables; runs the night at the first call. */
  public static synchronized Path folder() {
    if (folder == null) {
      run();
    }
    return folder;
  }

  /** The night. */
  public static SampleNight night() {
    folder();
    return night;
  }

  /** The settings file of the night. */
  public static Path settings() {
    return folder().resolve("conf/tongqi.yaml");
  }

  /** The folder of its tables. */
  public static Path warehouse() {
    return folder().resolve("warehouse");
  }

  private static void run() {
    try {
      Path target = Files.createTempDirectory("tongqi-sample");
      Runtime.getRuntime()
          .addShutdownHook(new Thread(() -> FileUtils.deleteQuietly(target.toFile())));
      night = SampleNight.local(target, "");
      int code = night.run();
      if (code != 0) {
        throw new IllegalStateException("the night on the sample left with exit code " + code);
      }
      folder = target;
    } catch (IOException failure) {
      throw new UncheckedIOException("copying the sample", failure);
    }
  }
}
