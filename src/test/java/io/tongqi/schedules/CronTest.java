package io.tongqi.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The file for cron: its five fields of time by cron-utils, the sixth (the user) and the variables,
 * which only files of /etc/cron.d have, by what Debian's cron reads.
 */
class CronTest {
  private static final String FILE = "tongqi.cron";
  private static final Pattern VARIABLE = Pattern.compile("([A-Z_]+)=(\\S+)");
  private static final Pattern JOB =
      Pattern.compile("((?:\\S+ ){4}\\S+) +([a-z_][a-z0-9_-]*) +(/.+)");

  @Test
  void shouldRunTheNightAtHalfPastTwo() {
    check(Schedule.text(FILE));
  }

  @ParameterizedTest
  @CsvSource({
    "30 2 * * *, 60 2 * * *, 60",
    "30 2 * * *, 30 2 * *, neither a variable nor a job",
    "30 2 * * *, 30 3 * * *, 30 3 * * *",
    "' tongqi  /opt', ' /opt', neither a variable nor a job",
    "TONGQI_WAREHOUSE=, TONGQI_WAREHOUSE, neither a variable nor a job",
    "TONGQI_WAREHOUSE=, WAREHOUSE=, TONGQI_WAREHOUSE",
    "exit code $?, 100 % wrong, %",
    "nightly.sh --conf, nightly.sh --config, --config"
  })
  void shouldRefuseABrokenCopy(String sound, String wrong, String said) {
    String broken = Schedule.broken(FILE, sound, wrong);

    assertThatThrownBy(() -> check(broken)).hasMessageContaining(said);
  }

  @Test
  void shouldRefuseALastLineWithoutEnd() {
    String broken = Schedule.text(FILE).stripTrailing();

    assertThatThrownBy(() -> check(broken)).hasMessageContaining("to end with");
  }

  private static void check(String text) {
    assertThat(text).as("cron ignores a line without an end").endsWith("\n");
    Map<String, String> variables = new TreeMap<>();
    List<Matcher> jobs =
        text.lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .filter(line -> !isVariable(line, variables))
            .map(CronTest::job)
            .toList();

    assertThat(variables)
        .containsEntry("TONGQI_WAREHOUSE", Schedule.WAREHOUSE)
        .containsKeys("MAILTO", "PATH", "SHELL");
    assertThat(jobs).hasSize(1);
    assertThat(jobs.get(0).group(1)).isEqualTo(Schedule.TIME);
    assertThat(jobs.get(0).group(2)).isEqualTo("tongqi");
    assertThat(jobs.get(0).group(3))
        .startsWith(Schedule.COMMAND + " ")
        .as("cron ends the command at a percent sign")
        .doesNotContain("%");
  }

  private static boolean isVariable(String line, Map<String, String> variables) {
    Matcher variable = VARIABLE.matcher(line);
    if (variable.matches()) {
      variables.put(variable.group(1), variable.group(2));
    }
    return variable.matches();
  }

  private static Matcher job(String line) {
    Matcher job = JOB.matcher(line);
    assertThat(job.matches())
        .withFailMessage("\"%s\" is neither a variable nor a job", line)
        .isTrue();
    CronExpression.check(job.group(1));
    return job;
  }
}
