package io.tongqi.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongqi.SmallForce;
import io.tongqi.SmallForce.Outcome;
import io.tongqi.SparkTest;
import io.tongqi.faults.SettingsException;
import io.tongqi.generate.Delivered.Line;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The files of generated incidents: whole, in their shape, and the same every time. */
class IncidentsIT extends SparkTest {
  private static final String HEADER =
      "record_no,updated_at,station,category,occurred,reported,arrived,filed,cleared,"
          + "loss_yuan,recovered,recovered_yuan,deaths,injuries\n";
  private static final String CHANGES = "deliveries/incidents-2024-12-to-2024-12-changes.csv";

  @TempDir private static java.nio.file.Path made;
  @TempDir private java.nio.file.Path folder;

  @BeforeAll
  static void write() {
    new Incidents(spark(), 20_000).write(new Path(made.toUri()));
  }

  @Test
  void shouldWriteEveryIncidentOnceAndOneInNineAgain() throws IOException {
    List<Line> lines = Delivered.all(made);

    Map<String, List<Line>> versions =
        lines.stream().collect(Collectors.groupingBy(it -> it.text("record_no")));
    assertThat(versions.keySet()).hasSize(20_000).contains("B000000000", "B000019999");
    assertThat(lines.size()).isBetween(22_100, 22_500);
    assertThat(versions.values()).allSatisfy(it -> assertThat(it.size()).isLessThan(3));
    assertThat(new HashSet<>(lines)).hasSameSizeAs(lines);
  }

  @Test
  void shouldChangeOnlyTheClearanceAndTheRecoveryAgain() throws IOException {
    Map<String, List<Line>> versions =
        Delivered.all(made).stream().collect(Collectors.groupingBy(it -> it.text("record_no")));

    assertThat(versions.values())
        .filteredOn(it -> it.size() == 2)
        .hasSizeGreaterThan(2_000)
        .allSatisfy(
            it -> {
              assertThat(it.get(0).text("updated_at")).isLessThan(it.get(1).text("updated_at"));
              assertThat(it.get(0).has("cleared")).isFalse();
              assertThat(it.get(1).time("cleared")).isAfter(it.get(0).time("updated_at"));
              assertThat(withoutOutcome(it.get(1))).isEqualTo(withoutOutcome(it.get(0)));
            });
  }

  @Test
  void shouldFileLinesByTheTimeOfTheirRecording() throws IOException {
    String name = "deliveries/incidents-2020-07-to-2020-09.csv";
    Set<String> files = Delivered.files(made).keySet();

    assertThat(Delivered.lines(made.resolve(name)))
        .isNotEmpty()
        .isSortedAccordingTo(
            (one, other) -> one.text("updated_at").compareTo(other.text("updated_at")))
        .allSatisfy(
            line ->
                assertThat(line.text("updated_at")).isBetween("2020-07-01", "2020-09-30 23:59:59"));
    assertThat(files.stream().filter(it -> it.startsWith("deliveries/")))
        .hasSize(40)
        .contains(name)
        .allMatch(
            it -> it.matches("deliveries/incidents-20\\d\\d-\\d\\d-to-20\\d\\d-\\d\\d\\.csv"));
    assertThat(files.stream().filter(it -> !it.startsWith("deliveries/")))
        .containsExactlyInAnyOrder(
            "incidents.yaml",
            "tongqi.yaml",
            "reference/stations.csv",
            "reference/districts.csv",
            "reference/groups.csv",
            "reference/categories.csv");
    assertThat(Files.readString(made.resolve(name))).startsWith(HEADER);
  }

  @Test
  void shouldNameOnlyCodesOfItsReferenceData() throws IOException {
    Set<String> stations = codes("reference/stations.csv", "station");
    Set<String> categories = codes("reference/categories.csv", "category");
    List<Line> lines = Delivered.all(made);

    assertThat(stations).hasSize(200);
    assertThat(categories).hasSize(60);
    assertThat(codes("reference/groups.csv", "category_group")).hasSize(20);
    assertThat(codes("reference/districts.csv", "district"))
        .hasSize(10)
        .isEqualTo(codes("reference/stations.csv", "district"));
    assertThat(codes("reference/categories.csv", "category_group"))
        .isEqualTo(codes("reference/groups.csv", "category_group"));
    assertThat(lines).allMatch(it -> stations.contains(it.text("station")));
    assertThat(lines).allMatch(it -> categories.contains(it.text("category")));
  }

  @Test
  void shouldWriteTheSameBytesByAnyNumberOfTasks() throws IOException {
    new Incidents(spark(), 20_000, 1).write(new Path(folder.resolve("one").toUri()));
    new Incidents(spark(), 20_000, 4).write(new Path(folder.resolve("four").toUri()));
    new Incidents(spark(), 20_000, 4).writeChanges(50, new Path(folder.resolve("one").toUri()));
    new Incidents(spark(), 20_000, 1).writeChanges(50, new Path(folder.resolve("four").toUri()));

    Map<String, String> one = Delivered.files(folder.resolve("one"));
    assertThat(Delivered.files(folder.resolve("four"))).isEqualTo(one);
    assertThat(one).containsAllEntriesOf(Delivered.files(made)).hasSize(47);
  }

  @Test
  void shouldWriteFilesWithoutALineToo() throws IOException {
    new Incidents(spark(), 1).write(new Path(folder.toUri()));

    Map<String, String> files = Delivered.files(folder.resolve("deliveries"));
    assertThat(files).hasSize(40);
    assertThat(files.values()).filteredOn(HEADER::equals).hasSize(39);
    assertThat(Delivered.all(folder))
        .extracting(it -> it.text("record_no"))
        .containsOnly("B000000000");
  }

  @Test
  void shouldClearOpenCasesInAFurtherDelivery() throws IOException {
    new Incidents(spark(), 20_000).writeChanges(200, new Path(folder.toUri()));

    List<Line> changes = Delivered.lines(folder.resolve(CHANGES));
    Map<String, Line> newest =
        Delivered.all(made).stream()
            .collect(
                Collectors.toMap(
                    it -> it.text("record_no"),
                    it -> it,
                    (one, other) ->
                        one.text("updated_at").compareTo(other.text("updated_at")) > 0
                            ? one
                            : other));
    assertThat(Delivered.files(folder).keySet()).containsExactly(CHANGES);
    assertThat(changes.stream().map(it -> it.text("record_no")).distinct()).hasSize(200);
    assertThat(changes.stream().map(it -> it.text("station")).distinct()).hasSizeGreaterThan(50);
    assertThat(changes)
        .allSatisfy(
            change -> {
              Line before = newest.get(change.text("record_no"));
              assertThat(before.time("updated_at")).isBefore(LocalDateTime.of(2024, 12, 31, 0, 0));
              assertThat(before.text("reported")).isGreaterThan("2023-01-01");
              assertThat(before.has("cleared")).isFalse();
              assertThat(change.text("cleared")).startsWith("2024-12-31 ");
              assertThat(change.text("updated_at"))
                  .startsWith("2024-12-31 ")
                  .isGreaterThan(change.text("cleared"));
              assertThat(withoutOutcome(change)).isEqualTo(withoutOutcome(before));
            });
  }

  @Test
  void shouldRemoveChangesOfOtherIncidents() throws IOException {
    new Incidents(spark(), 1_000).writeChanges(1, new Path(folder.toUri()));
    assertThat(folder.resolve(CHANGES)).exists();

    new Incidents(spark(), 10).write(new Path(folder.toUri()));

    assertThat(folder.resolve(CHANGES)).doesNotExist();
  }

  @Test
  void shouldRefuseNumbersThatCannotBeMet() {
    assertThatThrownBy(() -> new Incidents(spark(), 0))
        .isInstanceOf(SettingsException.class)
        .hasMessage("generating incidents: --incidents is 0; give 1 to 999999999");
    assertThatThrownBy(() -> new Incidents(spark(), 1_000_000_000))
        .hasMessage("generating incidents: --incidents is 1000000000; give 1 to 999999999");
    assertThatThrownBy(
            () -> new Incidents(spark(), 20_000).writeChanges(0, new Path(folder.toUri())))
        .isInstanceOf(SettingsException.class)
        .hasMessageMatching(
            "generating incidents: --changed is 0, and 1\\d\\d\\d cases of the last two years are"
                + " open; give 1 to so many");
    assertThatThrownBy(() -> new Incidents(spark(), 1).writeChanges(1, new Path(folder.toUri())))
        .hasMessageContaining("--changed is 1, and 0 cases of the last two years are open");
  }

  @Test
  void shouldTellWhichFolderCannotBeWritten() throws IOException {
    Files.writeString(folder.resolve("taken"), "a file");
    Path taken = new Path(folder.resolve("taken").toUri());

    assertThatThrownBy(() -> new Incidents(spark(), 1).write(taken))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("generating incidents: " + taken + " cannot be written (")
        .hasMessageEndingWith("); name a folder that can");
  }

  @Test
  void shouldWriteRecordsThatTheirSettingsFit() {
    SmallForce force = new SmallForce(folder);
    String records = folder.resolve("made").toString();

    Outcome generated = force.tongqi("generate", "--to", records, "--incidents", "1000");
    Outcome changed =
        force.tongqi("generate", "--to", records, "--incidents", "1000", "--changed", "5");
    Outcome checked = force.tongqi("doctor", "--conf", records + "/tongqi.yaml");
    Outcome wrong = force.tongqi("generate", "--to", records, "--incidents", "0");

    assertThat(generated.code()).as(generated.err()).isZero();
    assertThat(generated.out()).isEqualTo("written to FORCE/made\n");
    assertThat(changed.code()).as(changed.err()).isZero();
    assertThat(checked.code()).as(checked.out() + checked.err()).isZero();
    assertThat(checked.out()).contains("41");
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err())
        .isEqualTo("tongqi: generating incidents: --incidents is 0; give 1 to 999999999\n");
  }

  private static Map<String, String> withoutOutcome(Line line) {
    return line.fields().entrySet().stream()
        .filter(
            it ->
                !Set.of("updated_at", "cleared", "recovered", "recovered_yuan")
                    .contains(it.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Set<String> codes(String file, String column) throws IOException {
    return Delivered.lines(made.resolve(file)).stream()
        .map(it -> it.text(column))
        .collect(Collectors.toSet());
  }
}
