package io.tongqi.s3;

import io.tongqi.tables.ConditionalLogStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * A driver of its own. For each line of its input, a first and a last version of a log, it tries to
 * commit each of these versions; it answers with the contents that were committed, each beginning
 * with its version.
 */
final class Contender {
  private final Configuration configuration;
  private final ConditionalLogStore store;
  private final Path log;
  private final String name;

  private Contender(Configuration configuration, Path log, String name) {
    this.configuration = configuration;
    this.store = new ConditionalLogStore(configuration);
    this.log = log;
    this.name = name;
  }

  /**
   * Contends until its input ends.
   *
   * @param arguments the endpoint, the folder of the log, and a name
   */
  public static void main(String[] arguments) throws IOException {
    Configuration configuration = new Configuration();
    configuration.set("fs.s3a.endpoint", arguments[0]);
    configuration.set("fs.s3a.endpoint.region", "us-east-1");
    configuration.set("fs.s3a.path.style.access", "true");
    new Contender(configuration, new Path(arguments[1]), arguments[2]).contend();
  }

  private void contend() throws IOException {
    BufferedReader versions =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = versions.readLine(); line != null; line = versions.readLine()) {
      String[] range = line.split(" ", 2);
      System.out.println(
          String.join(" ", committed(Long.parseLong(range[0]), Long.parseLong(range[1]))));
    }
  }

  private List<String> committed(long first, long last) throws IOException {
    List<String> won = new ArrayList<>();
    for (long version = first; version <= last; version++) {
      String content = "%d:%s:%s".formatted(version, name, UUID.randomUUID());
      try {
        store.write(
            new Path(log, "%020d.json".formatted(version)),
            List.of(content).iterator(),
            false,
            configuration);
        won.add(content);
      } catch (FileAlreadyExistsException lost) {
        // Another driver has it, which the test counts.
      }
    }
    return won;
  }
}
