package io.tongqi.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.schedules.Program.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The units for systemd, by systemd-analyze. It tells an unknown key and ends with 0 all the same,
 * so what counts is that it says nothing. The program that they start is replaced by one that
 * exists.
 */
class SystemdTest {
  private static final String SERVICE = "tongqi.service";
  private static final String TIMER = "tongqi.timer";

  @TempDir private Path folder;

  @BeforeEach
  void copyUnits() throws IOException {
    Path program = Files.writeString(folder.resolve("nightly.sh"), "#!/bin/sh\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
    write(SERVICE, Schedule.text(SERVICE));
    write(TIMER, Schedule.text(TIMER));
  }

  @Test
  void shouldBeSoundUnits() throws Exception {
    assertThat(verify()).isEqualTo(new Outcome(0, ""));
  }

  @ParameterizedTest
  @CsvSource({
    "tongqi.service, ProtectSystem=, ProtectSystems=, ProtectSystems",
    "tongqi.service, ProtectSystem=strict, ProtectSystem=very, very",
    "tongqi.service, [Service], [Servcie], Servcie",
    "tongqi.service, RestartPreventExitStatus=1, RestartForceExitStatus=75, isn't allowed for Type=oneshot",
    "tongqi.service, Restart=on-failure, Restart=always, isn't allowed for Type=oneshot",
    "tongqi.service, @system-service, @system-services, system-services",
    "tongqi.service, nightly.sh, weekly.sh, is not executable",
    "tongqi.service, TimeoutStartSec=4h, TimeoutStartSec=4 o'clock, TimeoutStartSec",
    "tongqi.timer, 02:30:00, 25:30:00, 25:30:00",
    "tongqi.timer, Persistent=true, Persistent=maybe, maybe"
  })
  void shouldRefuseABrokenCopy(String file, String sound, String wrong, String said)
      throws Exception {
    write(file, Schedule.broken(file, sound, wrong));

    assertThat(verify().output()).contains(said);
  }

  @Test
  void shouldExposeLittle() throws Exception {
    assertThat(exposure().code()).isZero();

    write(SERVICE, Schedule.broken(SERVICE, "SystemCallFilter=", "#"));

    assertThat(exposure().code()).as("without its filter of system calls").isNotZero();
  }

  @Test
  void shouldStartTheNightAndTryAgainOnlyWhatMayPass() {
    assertThat(Schedule.text(SERVICE).lines())
        .contains(
            "Type=oneshot",
            "User=tongqi",
            "Environment=TONGQI_WAREHOUSE=" + Schedule.WAREHOUSE,
            "ExecStart=" + Schedule.COMMAND,
            "StateDirectory=tongqi",
            "Restart=on-failure",
            "RestartPreventExitStatus=1 2 3 143")
        .noneMatch(line -> line.startsWith("SuccessExitStatus"))
        .noneMatch(line -> line.startsWith("MemoryDenyWriteExecute"))
        .noneMatch(line -> line.startsWith("ProtectProc"));
    assertThat(Schedule.text(TIMER).lines())
        .contains("OnCalendar=*-*-* 02:30:00", "Persistent=true");
  }

  private void write(String file, String text) throws IOException {
    String program = folder.resolve("nightly.sh").toString();
    Files.writeString(folder.resolve(file), text.replace("/opt/tongqi/jobs/nightly.sh", program));
  }

  private Outcome verify() throws Exception {
    return analyze("verify", folder.resolve(TIMER).toString(), folder.resolve(SERVICE).toString());
  }

  /** Succeeds where the exposure is below 2 of 10. */
  private Outcome exposure() throws Exception {
    return analyze(
        "security",
        "--offline=yes",
        "--threshold=20",
        "--no-pager",
        folder.resolve(SERVICE).toString());
  }

  private static Outcome analyze(String... arguments) throws Exception {
    String[] command = new String[arguments.length + 1];
    command[0] = "systemd-analyze";
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    return Program.run(Map.of("LC_ALL", "C.UTF-8"), command);
  }
}
