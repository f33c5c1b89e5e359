package io.tongqi.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class DaysTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  @Command
  static final class AnyCommand {
    @Mixin private Days days;
  }

  @ParameterizedTest
  @CsvSource({
    "'', 2024-06-29, 2024-06-29",
    "--as-of 2024-01-31, 2024-01-31, 2024-01-31",
    "--known-at 2024-07-15, 2024-06-29, 2024-07-15",
    "--as-of 2024-01-31 --known-at 2024-03-31, 2024-01-31, 2024-03-31"
  })
  void shouldBeAsGivenElseYesterdayInTheForcesZone(
      String options, LocalDate asOf, LocalDate knownAt) {
    Instant soonAfterMidnight = Instant.parse("2024-06-29T16:00:01Z");

    assertThat(days(InstantSource.fixed(soonAfterMidnight), options).in(SHANGHAI))
        .isEqualTo(new Days.Counted(asOf, knownAt));
  }

  @Test
  void shouldBeOfOneDayWhenMidnightPassesMeanwhile() {
    // Given
    AtomicReference<Instant> time = new AtomicReference<>(Instant.parse("2024-06-30T15:59:59Z"));
    InstantSource running = () -> time.getAndUpdate(it -> it.plus(Duration.ofSeconds(2)));

    // When
    Days.Counted counted = days(running, "").in(SHANGHAI);

    // Then
    assertThat(counted.asOf()).isEqualTo(LocalDate.of(2024, 6, 29));
    assertThat(counted.knownAt()).isEqualTo(counted.asOf());
  }

  private static Days days(InstantSource clock, String options) {
    AnyCommand command = new AnyCommand();
    new CommandLine(command, new Clocked(clock))
        .parseArgs(options.isEmpty() ? new String[0] : options.split(" "));
    return command.days;
  }
}
