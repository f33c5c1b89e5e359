package io.tongqi.command;

import io.tongqi.generate.Incidents;
import io.tongqi.tables.SparkSessions;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.hadoop.fs.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tongqi generate}. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    description =
        "Writes synthetic incidents of ten years, with settings to run on: for benchmarks and"
            + " trials.",
    footerHeading = "%nExample:%n",
    footer = {
      "  tongqi generate --to /tmp/records --incidents 100000",
      "  tongqi nightly --conf /tmp/records/tongqi.yaml --as-of 2024-12-31",
      "  tongqi generate --to /tmp/records --incidents 100000 --changed 2000"
    })
public final class GenerateCommand implements Callable<Integer> {
  @Option(
      names = "--to",
      paramLabel = "FOLDER",
      required = true,
      description = "where to, any Hadoop path")
  private String folder;

  @Option(
      names = "--incidents",
      paramLabel = "N",
      required = true,
      description = "how many incidents, of 200 stations and 60 categories from 2015 to 2024")
  private long incidents;

  @Option(
      names = "--changed",
      paramLabel = "N",
      description =
          "write only one further delivery of these incidents, in which so many open cases of the"
              + " last two years are cleared on 2024-12-31")
  private Integer changed;

  @Override
  public Integer call() {
    SparkSessions.during(
        "tongqi",
        "local[*]",
        Map.of(),
        spark -> {
          Incidents generated = new Incidents(spark, incidents);
          if (changed == null) {
            generated.write(new Path(folder));
          } else {
            generated.writeChanges(changed, new Path(folder));
          }
        });
    System.out.println("written to " + folder);
    return 0;
  }
}
