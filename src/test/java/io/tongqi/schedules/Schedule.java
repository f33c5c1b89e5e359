package io.tongqi.schedules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files under {@code jobs/schedules}, as they are and broken. */
final class Schedule {
  /** The program that all of them start. */
  static final String NIGHTLY = "/opt/tongqi/jobs/nightly.sh";

  /** The command that all of them start. */
  static final String COMMAND = NIGHTLY + " --conf /etc/tongqi/tongqi.yaml";

  /** Where all of them put the tables. */
  static final String WAREHOUSE = "/var/lib/tongqi/warehouse";

  /** The time at which all of them start it. */
  static final String TIME = "30 2 * * *";

  private Schedule() {}

  /** The text of a file. */
  static String text(String file) {
    try {
      return Files.readString(Path.of("jobs/schedules", file));
    } catch (IOException failure) {
      throw new UncheckedIOException("reading the schedule " + file, failure);
    }
  }

  /** The text of a file in which something that stands there is replaced. */
  static String broken(String file, String sound, String wrong) {
    String text = text(file);
    assertThat(text).as("the text of %s to break", file).contains(sound);
    return text.replace(sound, wrong);
  }
}
