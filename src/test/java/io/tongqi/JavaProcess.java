package io.tongqi;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A main class among the tests, in a process of its own that starts fast. */
public final class JavaProcess {
  private JavaProcess() {}

  /** The process, to be started. */
  public static ProcessBuilder of(Class<?> main, List<String> arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@jobs/java.options",
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=192m",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }
}
