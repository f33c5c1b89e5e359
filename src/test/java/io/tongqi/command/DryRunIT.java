package io.tongqi.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.SmallForce;
import io.tongqi.SmallForce.Outcome;
import io.tongqi.SparkTest;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What tells beforehand: dry runs and the doctor. */
class DryRunIT extends SparkTest {
  @TempDir private Path folder;
  private SmallForce force;

  @BeforeEach
  void deliver() {
    force =
        new SmallForce(folder).deliver("calls-2024-06.csv", "C1,1,101,bicycle,2024-06-05 10:00,,,");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest", "nightly"})
  void shouldTellWhatWouldBeTakenInAndWriteNothing(String command) {
    Outcome dry = force.run(command, "--dry-run");

    assertThat(dry.err()).isEmpty();
    assertThat(dry.code()).isZero();
    assertThat(dry.out()).contains("would take in 1 files of source calls", "  calls-2024-06.csv");
    assertThat(force.path("warehouse")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ingest --dry-run", "nightly --dry-run", "doctor"})
  void shouldNameAnExpressionThatCannotBeEvaluated(String command) {
    force.edit("calls.yaml", "count: count", "count: no_such_function(count)");

    Outcome refused = force.run(command.split(" "));

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err())
        .contains("FORCE/calls.yaml: key fields.count: the expression no_such_function(count)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nightly --dry-run", "doctor"})
  void shouldNameAMappingThatChangedSinceItsDeliveriesWereBooked(String command) {
    emptyTables(folder.resolve("warehouse"));
    assertThat(force.run("ingest").code()).isZero();
    force.edit("calls.yaml", "count: count", "count: count + 0");

    Outcome refused = force.run(command.split(" "));

    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("run ingest --remap calls");
  }

  @Test
  void shouldNameAWarehouseThatCannotBeWritten() {
    force.write("warehouse", "a file where the folder is to be");

    Outcome doctor = force.run("doctor");
    Outcome ingest = force.run("ingest");

    assertThat(doctor.code()).as(doctor.err()).isEqualTo(2);
    assertThat(doctor.err())
        .contains("FORCE/tongqi.yaml: key warehouse: writing to FORCE/warehouse failed");
    assertThat(ingest.code()).as(ingest.err()).isEqualTo(2);
    assertThat(ingest.err()).contains("the warehouse cannot be written");
  }
}
