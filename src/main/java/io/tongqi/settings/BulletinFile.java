package io.tongqi.settings;

import com.fasterxml.jackson.annotation.JacksonInject;
import io.tongqi.domain.Metric;
import io.tongqi.domain.Section;
import io.tongqi.faults.Faults;
import io.tongqi.faults.SettingsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Which figures a bulletin leads with, and what of it is shown, its keys as `schema/bulletin.json`
 * has.
 *
 * @param figures the figures that it leads with, in order; none for those of the largest groups
 * @param sections its parts, in order
 */
public record BulletinFile(@JacksonInject Path file, List<Chosen> figures, List<Section> sections) {
  /** The bulletin that needs no file. */
  public static final BulletinFile DEFAULT =
      new BulletinFile(Path.of(""), List.of(), List.of(Section.values()));

  /** A figure that it leads with. */
  public record Chosen(Metric metric, String group) {}

  /**
   * Reads a file.
   *
   * @throws SettingsException with all faults in it
   */
  public static BulletinFile load(Path file) {
    Faults faults = new Faults();
    return new RecordReader(Map.of(), faults)
        .read(file, Schema.BULLETIN, BulletinFile.class)
        .filter(read -> faults.count() == 0)
        .orElseThrow(() -> new SettingsException(faults.list()));
  }
}
