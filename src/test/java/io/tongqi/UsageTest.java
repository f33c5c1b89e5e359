package io.tongqi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.SmallForce.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line as far as it needs no tables: help, descriptions, wrong usage. */
class UsageTest {
  @TempDir private Path folder;
  private SmallForce force;

  @BeforeEach
  void makeForce() {
    force = new SmallForce(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ingest",
        "compare",
        "nightly",
        "backfill",
        "accept",
        "query",
        "tables",
        "describe",
        "explain",
        "claims",
        "trace",
        "export",
        "publish",
        "doctor",
        "runs",
        "generate"
      })
  void shouldGiveAnExampleInTheHelpOfEachCommand(String command) {
    Outcome help = force.tongqi(command, "--help");

    assertThat(help.code()).isZero();
    assertThat(help.out())
        .startsWith("Usage: tongqi " + command)
        .contains("Example:\n  tongqi " + command);
    assertThat(force.tongqi("--help").out()).containsPattern("\n  " + command + " +[A-Z]");
  }

  @Test
  void shouldTellAShellHowToComplete() throws Exception {
    // given
    Path script = folder.resolve("completion.sh");
    Files.writeString(script, force.tongqi("generate-completion").out());

    // when
    Process shell =
        new ProcessBuilder(
                "bash",
                "-c",
                "source %s; COMP_WORDS=(tongqi night); COMP_CWORD=1; _complete_tongqi; echo \"${COMPREPLY[@]}\""
                    .formatted(script))
            .redirectErrorStream(true)
            .start();

    // then
    assertThat(shell.inputReader().readLine()).isEqualTo("nightly");
  }

  @Test
  void shouldExplainAColumn() {
    Outcome record = force.tongqi("explain", "gold.decade_comparison.record");
    Outcome rate = force.tongqi("explain", "clearance_rate");
    Outcome wrong = force.tongqi("explain", "clearence_rate");

    assertThat(record.out())
        .startsWith("gold.decade_comparison.record\n  同期纪录")
        .contains("\n  Record: best, equals_best", "\n  definition: all_equal: the same in all");
    assertThat(rate.out())
        .contains("gold.period_facts.clearance_rate\n", "gold.station_clearance.clearance_rate\n")
        .contains("\n  source: the convention of the UCR");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("did you mean \"clearance_rate\"?");
  }

  @Test
  void shouldTellTheExitCodes() {
    assertThat(force.tongqi("--help").out())
        .contains("0    done", "2    usage or settings", "3    data refused", "75   try again");
  }

  @Test
  void shouldRefuseUnknownCommandsAndOptions() {
    Outcome command = force.tongqi("ingst");
    Outcome option = force.tongqi("ingest", "--dry");
    Outcome day = force.tongqi("compare", "--as-of", "2024-02-30");
    Outcome format = force.tongqi("query", "--format", "xml", "SELECT 1");
    Outcome folderless = force.tongqi("generate", "--incidents", "5");
    Outcome numberless = force.tongqi("generate", "--to", "records");
    Outcome wordy = force.tongqi("generate", "--to", "records", "--incidents", "many");

    assertThat(command.err()).contains("Unmatched argument at index 0: 'ingst'");
    assertThat(option.err()).contains("Unknown option: '--dry'");
    assertThat(day.err()).contains("Invalid value for option '--as-of'").contains("2024-02-30");
    assertThat(format.err()).contains("expected one of [TABLE, MARKDOWN, CSV, JSON]");
    assertThat(folderless.err()).contains("Missing required option: '--to=FOLDER'");
    assertThat(numberless.err()).contains("Missing required option: '--incidents=N'");
    assertThat(wordy.err()).contains("Invalid value for option '--incidents'").contains("many");
    assertThat(command.code()).isEqualTo(2);
    assertThat(option.code()).isEqualTo(2);
    assertThat(day.code()).isEqualTo(2);
    assertThat(format.code()).isEqualTo(2);
    assertThat(folderless.code()).isEqualTo(2);
    assertThat(numberless.code()).isEqualTo(2);
    assertThat(wordy.code()).isEqualTo(2);
  }

  @Test
  void shouldNameSettingsThatAreNotThere() {
    Outcome refused = force.tongqi("doctor", "--conf", folder.resolve("other.yaml").toString());

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .isEqualTo(
            "tongqi: FORCE/other.yaml: the file: does not exist; create it, or correct the path to"
                + " it\n");
  }

  @Test
  void shouldDescribeATableInChineseAndEnglish() {
    Outcome described = force.tongqi("describe", "gold.zero_days");
    Outcome unknown = force.tongqi("describe", "gold.zero_day");

    assertThat(described.code()).isZero();
    assertThat(described.out())
        .startsWith("gold.zero_days\n  零日天数")
        .contains("longest_run_days", "最长连续零日天数", "Longest run of such days");
    assertThat(unknown.code()).isEqualTo(2);
    assertThat(unknown.err()).contains("gold.zero_day").contains("gold.zero_days");
  }
}
