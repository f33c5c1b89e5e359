package io.tongqi.command;

import io.tongqi.export.Export;
import io.tongqi.export.Export.Kind;
import io.tongqi.faults.SettingsException;
import io.tongqi.settings.Settings;
import io.tongqi.tables.Relation;
import io.tongqi.tables.TableException;
import io.tongqi.tables.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tongqi export}. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description =
        "Writes a table or view to one file: csv (text that looks like a formula is made harmless), parquet "
            + "or xlsx (numbers, days and times are such).",
    footerHeading = "%nExample:%n",
    footer =
        "  tongqi export gold.headline --where \"area = 'gaoming' AND window = 'last_half'\" --to headline.xlsx")
public final class ExportCommand implements Callable<Integer> {
  @Mixin private Conf conf;
  @Mixin private AtRelease release;

  @Parameters(paramLabel = "TABLE", description = "full name, such as gold.headline")
  private String name;

  @Option(
      names = "--to",
      paramLabel = "FILE",
      required = true,
      description = "a file on this machine; it is replaced")
  private Path file;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "csv, csv_with_mark, parquet or xlsx (default: the ending of the file)")
  private Kind kind;

  @Option(names = "--where", paramLabel = "CONDITION", description = "which rows, in SQL")
  private String condition;

  @Override
  public Integer call() {
    Settings settings = conf.settings();
    Kind written = kind == null ? kind() : kind;
    Opened.tables(
        "export",
        settings,
        tables ->
            System.out.println(release.read(tables, () -> written(tables, settings, written))));
    return 0;
  }

  private String written(Tables tables, Settings settings, Kind kind) {
    new Export(name, rows(tables), settings.timeZone()).to(file, kind);
    return "written to " + file;
  }

  private Kind kind() {
    String ending =
        file.toString().substring(file.toString().lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    try {
      return Kind.valueOf(ending);
    } catch (IllegalArgumentException unknown) {
      throw new SettingsException(
          List.of(
              "exporting to %s: its ending tells no format; use .csv, .parquet or .xlsx, or --format"
                  .formatted(file)));
    }
  }

  private Dataset<Row> rows(Tables tables) {
    try {
      Dataset<Row> rows = tables.spark().table(Relation.named(name).fullName());
      return condition == null ? rows : rows.where(condition);
    } catch (TableException unknown) {
      throw new SettingsException(List.of(unknown.getMessage()));
    } catch (Exception failure) {
      if (failure instanceof AnalysisException
          || failure instanceof org.apache.spark.sql.catalyst.parser.ParseException) {
        throw new SettingsException(
            List.of("exporting %s where %s: %s".formatted(name, condition, failure.getMessage())));
      }
      throw failure;
    }
  }
}
