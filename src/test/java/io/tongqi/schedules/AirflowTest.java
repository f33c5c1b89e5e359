package io.tongqi.schedules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tongqi.schedules.Program.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The DAG for Airflow, compiled by Python and loaded with a fake of Airflow, which knows the names
 * that the DAG uses and runs its task as Airflow's documentation tells. Airflow itself is not run.
 */
class AirflowTest {
  private static final String FILE = "airflow_dag.py";
  private static final Path FAKE = Path.of("src/test/resources/schedules/airflow");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, Object> EXPECTED =
      Map.ofEntries(
          entry("dag_id", "tongqi_nightly"),
          entry("schedule", Schedule.TIME),
          entry("time_zone", "Asia/Shanghai"),
          entry("catchup", false),
          entry("max_active_runs", 1),
          entry("tasks", 1),
          entry("command", Schedule.COMMAND),
          entry("warehouse", Schedule.WAREHOUSE),
          entry("append_env", true),
          entry("retries", 5),
          entry("minutes_between", 10.0),
          entry("exit 0", "done"),
          entry("exit 1", "failed"),
          entry("exit 2", "failed"),
          entry("exit 3", "failed"),
          entry("exit 75", "tried again"),
          entry("exit 127", "failed"),
          entry("exit 137", "failed"),
          entry("kill -9 $$", "failed"));

  @TempDir private Path folder;

  @Test
  void shouldRunOneNightAtATimeAndTryAgainOnlyWhenAsked() throws Exception {
    check(Schedule.text(FILE));
  }

  @ParameterizedTest
  @CsvSource({
    "'schedule=', 'schedule', SyntaxError",
    "import timedelta, import timedeltas, ImportError",
    "max_active_runs=, max_active_run=, unexpected keyword argument",
    "skip_on_exit_code=, skip_exit_code=, unexpected keyword argument",
    "append_env=True, append_env=False, '\"append_env\"=false'",
    "catchup=False, catchup=True, '\"catchup\"=true'",
    "max_active_runs=1, max_active_runs=2, '\"max_active_runs\"=2'",
    "30 2 * * *, 30 25 * * *, 25",
    "retries=5, retries=0, '\"exit 75\"=\"failed\"'",
    "TRY_AGAIN = 75, TRY_AGAIN = 74, '\"exit 75\"=\"failed\"'",
    "'    NightlyOperator(', '    BashOperator(', '\"exit 1\"=\"skipped\"'",
    "'range(-64, ', 'range(0, ', '\"kill -9 $$\"=\"tried again\"'",
    "'range(-64, ', 'range(4, ', '\"exit 3\"=\"tried again\"'",
    "nightly.sh --conf, nightly.sh --config, '\"command\"'"
  })
  void shouldRefuseABrokenCopy(String sound, String wrong, String said) {
    String broken = Schedule.broken(FILE, sound, wrong);

    assertThatThrownBy(() -> check(broken)).hasMessageContaining(said);
  }

  private void check(String text) throws Exception {
    Path file = Files.writeString(folder.resolve(FILE), text);
    python("-m", "py_compile", file.toString());
    Map<String, Object> dag = described(file);

    CronExpression.check((String) dag.get("schedule"));
    assertThat(dag).containsExactlyInAnyOrderEntriesOf(EXPECTED);
  }

  private static Map<String, Object> described(Path file) throws Exception {
    String described = python(FAKE.resolve("describe.py").toString(), file.toString());
    return JSON.readValue(described, new TypeReference<>() {});
  }

  private static String python(String... arguments) throws Exception {
    String[] command = new String[arguments.length + 1];
    command[0] = "python3";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    Map<String, String> environment =
        Map.of("PYTHONPATH", FAKE.toString(), "PYTHONDONTWRITEBYTECODE", "1");
    Outcome outcome = Program.run(environment, command);
    assertThat(outcome.code()).as(outcome.output()).isZero();
    return outcome.output();
  }
}
