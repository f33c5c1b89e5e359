package io.tongqi.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkTest {
  private static final BulkSize SMALL = new BulkSize(20_000, 50, 30, 8, 2, 2019, 2021);

  @Test
  void shouldWriteEveryIncidentOnceAndOneInTenAgain(@TempDir Path folder) throws IOException {
    Generator.bulk(folder, SMALL);

    List<Map<String, String>> rows = rows(folder);
    Set<String> numbers = rows.stream().map(it -> it.get("record_no")).collect(Collectors.toSet());
    assertThat(numbers).hasSize(20_000);
    assertThat(rows.size()).isBetween(21_000, 22_500);
    assertThat(new HashSet<>(rows)).hasSameSizeAs(rows);
  }

  @Test
  void shouldFileLinesByTheTimeOfTheirRecording(@TempDir Path folder) throws IOException {
    Generator.bulk(folder, SMALL);

    Path file = folder.resolve("deliveries/incidents-2020-07-to-2020-12.csv");
    assertThat(DeliveredSample.rows(file))
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(row.get("updated_at")).isBetween("2020-07-01", "2020-12-31 23:59:59"));
    try (Stream<Path> files = Files.list(folder.resolve("deliveries"))) {
      assertThat(files).hasSize(6);
    }
  }

  @Test
  void shouldWriteRecordsThatKeepTheirOrderInTime(@TempDir Path folder) throws IOException {
    Generator.bulk(folder, SMALL);

    assertThat(rows(folder))
        .allSatisfy(
            row -> {
              assertThat(row.get("reported")).isLessThanOrEqualTo(row.get("updated_at"));
              assertThat(row.get("occurred")).isLessThanOrEqualTo(row.get("reported"));
              assertThat(row.get("cleared")).isLessThanOrEqualTo(row.get("updated_at"));
              if (!row.get("cleared").isEmpty()) {
                assertThat(row.get("filed")).isNotEmpty().isLessThanOrEqualTo(row.get("cleared"));
              }
              if (!row.get("arrived").isEmpty()) {
                assertThat(row.get("arrived")).isGreaterThanOrEqualTo(row.get("reported"));
              }
            });
  }

  @Test
  void shouldNameOnlyCodesOfItsReferenceData(@TempDir Path folder) throws IOException {
    Generator.bulk(folder, SMALL);

    Set<String> stations = codes(folder.resolve("reference/stations.csv"), "station");
    Set<String> categories = codes(folder.resolve("reference/categories.csv"), "category");
    assertThat(stations).hasSize(50);
    assertThat(categories).hasSize(30);
    assertThat(codes(folder.resolve("reference/groups.csv"), "category_group")).hasSize(8);
    assertThat(codes(folder.resolve("reference/districts.csv"), "district")).hasSize(3);
    assertThat(rows(folder))
        .allSatisfy(
            row -> {
              assertThat(stations).contains(row.get("station"));
              assertThat(categories).contains(row.get("category"));
            });
    assertThat(folder.resolve("incidents.yaml")).content().contains("versions_from: 2019-01-01");
    assertThat(folder.resolve("tongqi.yaml")).exists();
  }

  @Test
  void shouldWriteTheSameBytesEveryTime(@TempDir Path folder) throws IOException {
    Generator.bulk(folder.resolve("once"), SMALL);
    Generator.bulk(folder.resolve("again"), SMALL);

    String name = "deliveries/incidents-2021-07-to-2021-12.csv";
    assertThat(folder.resolve("again").resolve(name))
        .hasSameBinaryContentAs(folder.resolve("once").resolve(name));
  }

  @Test
  void shouldRefuseSizesThatCannotBeMet() {
    assertThatThrownBy(() -> new BulkSize(1000, 200, 60, 20, 5, 2015, 2024))
        .hasMessage("generating a bulk: files per year is 5; give 1, 2, 3, 4, 6 or 12");
    assertThatThrownBy(() -> BulkSize.of(0))
        .hasMessage("generating a bulk: incidents is 0; give 1 to 999999999");
  }

  private static List<Map<String, String>> rows(Path folder) throws IOException {
    List<Map<String, String>> rows = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder.resolve("deliveries"))) {
      for (Path file : files.toList()) {
        rows.addAll(DeliveredSample.rows(file));
      }
    }
    return rows;
  }

  private static Set<String> codes(Path file, String column) throws IOException {
    return DeliveredSample.rows(file).stream()
        .map(row -> row.get(column))
        .collect(Collectors.toSet());
  }
}
