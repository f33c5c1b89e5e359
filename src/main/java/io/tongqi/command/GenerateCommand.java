package io.tongqi.command;

import io.tongqi.generate.BulkSize;
import io.tongqi.generate.Generator;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code tongqi generate}. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    description = "Writes synthetic records: the sample, or any number of incidents.",
    footerHeading = "%nExample:%n",
    footer = "  tongqi generate --to /tmp/records --incidents 100000")
public final class GenerateCommand implements Callable<Integer> {
  @Option(names = "--to", paramLabel = "FOLDER", required = true, description = "where to")
  private Path folder;

  @Option(
      names = "--incidents",
      paramLabel = "N",
      description = "this many incidents (of 200 stations, 60 categories) instead of the sample")
  private Long incidents;

  @Override
  public Integer call() {
    if (incidents == null) {
      Generator.sample(folder);
    } else {
      Generator.bulk(folder, BulkSize.of(incidents));
    }
    System.out.println("written to " + folder.toAbsolutePath());
    return 0;
  }
}
