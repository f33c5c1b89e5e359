package io.tongqi;

import io.tongqi.command.AcceptCommand;
import io.tongqi.command.BackfillCommand;
import io.tongqi.command.BulletinCommand;
import io.tongqi.command.ClaimsCommand;
import io.tongqi.command.Clocked;
import io.tongqi.command.CompareCommand;
import io.tongqi.command.DescribeCommand;
import io.tongqi.command.DoctorCommand;
import io.tongqi.command.ExplainCommand;
import io.tongqi.command.ExportCommand;
import io.tongqi.command.Failures;
import io.tongqi.command.GenerateCommand;
import io.tongqi.command.IngestCommand;
import io.tongqi.command.NightlyCommand;
import io.tongqi.command.PublishCommand;
import io.tongqi.command.QueryCommand;
import io.tongqi.command.RunsCommand;
import io.tongqi.command.SiteCommand;
import io.tongqi.command.TablesCommand;
import io.tongqi.command.TraceCommand;
import java.time.InstantSource;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line: wiring of the commands and their exit codes. */
@Command(
    name = "tongqi",
    mixinStandardHelpOptions = true,
    versionProvider = Main.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Turns a police force's incident records into same-period figures that can be defended.",
      ""
    },
    subcommands = {
      IngestCommand.class,
      CompareCommand.class,
      NightlyCommand.class,
      BackfillCommand.class,
      AcceptCommand.class,
      QueryCommand.class,
      TablesCommand.class,
      DescribeCommand.class,
      ExplainCommand.class,
      ExportCommand.class,
      PublishCommand.class,
      TraceCommand.class,
      BulletinCommand.class,
      SiteCommand.class,
      ClaimsCommand.class,
      RunsCommand.class,
      DoctorCommand.class,
      GenerateCommand.class,
      AutoComplete.GenerateCompletion.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:unexpected failure",
      "2:usage or settings",
      "3:data refused by a quality rule",
      "75:try again: another run holds the tables, or the storage is unavailable"
    },
    footerHeading = "%nExample:%n",
    footer = "  tongqi nightly --conf conf/tongqi.yaml --as-of 2024-06-30")
public final class Main {
  private Main() {}

  /**
   * Runs a command and exits with its code. A command that went well ends by itself: in a cluster,
   * whoever started the driver takes an exit for a failure.
   */
  public static void main(String[] arguments) {
    int code = execute(arguments);
    if (code != 0) {
      System.exit(code);
    }
  }

  /** Runs a command and gives its exit code. */
  public static int execute(String... arguments) {
    return execute(InstantSource.system(), arguments);
  }

  /**
   * Runs a command and gives its exit code.
   *
   * @param clock tells what the default of {@code --as-of} is
   */
  public static int execute(InstantSource clock, String... arguments) {
    CommandLine commandLine =
        new CommandLine(new Main(), new Clocked(clock))
            .setExecutionExceptionHandler(Failures::handle)
            .setCaseInsensitiveEnumValuesAllowed(true);
    // A query may begin with a SQL comment, which looks like an option.
    commandLine.getSubcommands().get("query").setUnmatchedOptionsArePositionalParams(true);
    return commandLine.execute(arguments);
  }

  /** The version that the jar was built as. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"tongqi " + (version == null ? "(not packaged)" : version)};
    }
  }
}
