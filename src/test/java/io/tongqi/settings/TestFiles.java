package io.tongqi.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tongqi.faults.SettingsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A folder with sound settings, one mapping and reference data, to be spoiled by a test. */
final class TestFiles {
  static final String SETTINGS =
      """
      force: {code: foshan, name_zh: 佛山, name_en: Foshan}
      time_zone: Asia/Shanghai
      warehouse: warehouse
      sources: [calls.yaml]
      reference: reference
      """;

  static final String CALLS =
      """
      source: calls
      root: calls
      files: "*.csv"
      format: csv
      fields: {record_id: no, station: station, category: category, reported_at: reported}
      books: [incidents_reported]
      covers: {name: 'calls-(\\d{4}-\\d{2})', format: yyyy-MM}
      """;

  private final Path folder;

  TestFiles(Path folder) {
    this.folder = folder;
    write("tongqi.yaml", SETTINGS);
    write("calls.yaml", CALLS);
    write(
        "reference/stations.csv",
        """
        station,valid_from,valid_to,name_zh,name_en,district,successor
        101,2010-01-01,,祖庙,Zumiao,chancheng,
        """);
    write("reference/districts.csv", "district,name_zh,name_en,comparable_from\nchancheng,禅城,C,\n");
    write(
        "reference/groups.csv",
        """
        category_group,name_zh,name_en,comparable_from
        theft,盗窃,Theft,
        criminal,刑事,Criminal,
        traffic,交通,Traffic,
        """);
    write(
        "reference/categories.csv",
        """
        category,category_group
        bicycle_theft,theft
        bicycle_theft,criminal
        collision,traffic
        """);
  }

  Path path(String file) {
    return folder.resolve(file);
  }

  TestFiles write(String file, String text) {
    try {
      Files.createDirectories(path(file).getParent());
      Files.writeString(path(file), text);
      return this;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  Settings load() {
    return load(Map.of());
  }

  Settings load(Map<String, String> environment) {
    return SettingsFile.load(path("tongqi.yaml"), environment);
  }

  /** The faults of the files, each without the name of the folder. */
  List<String> faults() {
    SettingsException refused = catchThrowableOfType(SettingsException.class, this::load);
    assertThat(refused).as("the settings are refused").isNotNull();
    assertThat(refused).hasMessage(String.join(System.lineSeparator(), refused.faults()));
    return refused.faults().stream().map(fault -> fault.replace(folder + "/", "")).toList();
  }
}
