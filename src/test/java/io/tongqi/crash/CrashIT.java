package io.tongqi.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.SparkTest;
import io.tongqi.crash.DisturbedNight.Outcome;
import io.tongqi.crash.Storage.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A night whose storage fails at one operation, one for each way to fail; {@code
 * jobs/trial-crashes.sh} tries more of them, on S3 as well.
 */
class CrashIT extends SparkTest {
  @TempDir private static Path folder;
  private static DisturbedNight night;

  @BeforeAll
  static void runUndisturbed() throws IOException {
    LocalStorage disk =
        LocalStorage.faulty(folder.resolve("disk"), spark().sparkContext().hadoopConfiguration());
    night = DisturbedNight.prepare(spark(), folder, disk);
  }

  @ParameterizedTest(name = "{0} at {1} of all operations")
  @CsvSource({
    "BEFORE, 0.0",
    "ANSWER_LOST, 0.2",
    "HALF_WRITTEN, 0.4",
    "HALTED, 0.6",
    "FULL, 0.8",
  })
  void shouldGiveTheSameTablesAfterOneMoreRun(Fault fault, double share) throws Exception {
    // given
    long operation = 1 + (long) (share * night.operations());

    // when
    Outcome outcome = night.failingAt(operation, fault);

    // then
    assertThat(outcome.code()).isIn(fault == Fault.FULL ? List.of(75) : List.of(0, 1, 2, 3, 75));
    assertThat(outcome.again()).isZero();
    assertThat(outcome.wrong()).isEmpty();
  }
}
