package io.tongqi.command;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Option;

/** The option that says how a result is printed. */
final class OutputFormat {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table, markdown, csv or json (default: ${DEFAULT-VALUE})")
  private Output output;

  /** The result as text. */
  String text(Dataset<Row> result) {
    return output.text(result);
  }
}
