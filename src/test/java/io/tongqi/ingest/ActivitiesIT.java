package io.tongqi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.SmallForce;
import io.tongqi.SmallForce.Outcome;
import io.tongqi.SparkTest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Registers of a small force through the command line: what becomes of each of their lines. */
class ActivitiesIT extends SparkTest {
  private static final String HEADER = "no,entered,state,station,item,day,amount\n";
  private static final String HELD =
      "SELECT day, station, activity, quantity FROM silver.activities ORDER BY ALL";
  private static final String RECEIPTS =
      "SELECT path, rows_read, rows_accepted, rows_quarantined, rows_duplicate, rows_ignored"
          + " FROM bronze.receipts WHERE source = 'registers' ORDER BY ALL";

  private static final String MAPPING =
      """
      source: registers
      kind: activity
      root: registers
      files: "*.csv"
      format: csv
      mode: %s
      timestamps: ["yyyy-MM-dd"]
      ignore: station = 'total'
      fields:
        %s
        station: station
        activity: item
        occurred_at: day
        quantity: amount
      activities: [leaflets, rooms]
      covers: {name: 'registers-(\\d{4}-\\d{2})', format: yyyy-MM}
      """;

  private static final String ACTIVITIES =
      """
      activity,kind,name_zh,name_en,unit_zh,unit_en,better,per
      leaflets,flow,传单,Leaflets,份,leaflets,higher,
      rooms,stock,警务室,Police rooms,个,rooms,higher,
      patrols,flow,巡逻,Patrols,次,patrols,higher,
      """;

  @TempDir private Path folder;

  private SmallForce force(Path of, String mode, String fields) {
    emptyTables(of.resolve("warehouse"));
    return new SmallForce(of)
        .edit("tongqi.yaml", "sources: [calls.yaml]", "sources: [calls.yaml, registers.yaml]")
        .write("registers.yaml", MAPPING.formatted(mode, fields))
        .write("reference/activities.csv", ACTIVITIES)
        .deliver("calls-2024-05.csv", "A1,1,101,bicycle,2024-05-05,2024-05-05,,10");
  }

  private SmallForce force() {
    return force(
        folder, "changes", "record_id: no\n  recorded_at: entered\n  status: nullif(state, '')");
  }

  private static SmallForce register(SmallForce force, String month, String... lines) {
    return force.write(
        "registers/registers-%s.csv".formatted(month), HEADER + String.join("\n", lines) + "\n");
  }

  private static void night(SmallForce force) {
    run(force, "nightly");
  }

  private static void ingest(SmallForce force) {
    run(force, "ingest");
  }

  private static void run(SmallForce force, String command) {
    Outcome outcome = force.run(command, "--as-of", "2024-06-30");
    assertThat(outcome.code()).as(outcome.err()).isZero();
  }

  private static List<String> totals(SmallForce force, String window) {
    return force.query(
        spark(),
        "SELECT area, activity, value, prior_value, baseline_en, round(coverage, 2), lines_in_quarantine"
            + " FROM gold.activity_totals WHERE window = '%s' ORDER BY ALL".formatted(window));
  }

  @Test
  void shouldAccountForEveryLine() {
    // given
    SmallForce force = force();
    register(
        force,
        "2024-05",
        "1,2024-05-03,,101,leaflets,2024-05-02,100",
        "1,2024-05-03,,101,leaflets,2024-05-02,100",
        "2,2024-05-03,,,leaflets,2024-05-03,1000",
        "3,2024-05-03,,101,rooms,2024-05-03,3",
        "4,2024-05-04,,102,rooms,2024-05-04,2",
        "5,2024-05-04,,102,leaflet,2024-05-04,7",
        "6,2024-05-04,,102,patrols,2024-05-04,7",
        "7,2024-05-04,,103,leaflets,2024-05-04,7",
        "8,2024-05-04,,102,leaflets,2024-05-04,7.5",
        "9,2024-05-04,,102,leaflets,2024-05-04,-7",
        "10,2024-05-04,,102,leaflets,,7",
        "11,2024-05-04,,102,leaflets,2024-05-04,",
        "12,2024-05-04,,total,leaflets,2024-05-04,1100");
    for (int number = 20; number < 220; number++) {
      force.write(
          "registers/registers-2024-05.csv",
          force.read("registers/registers-2024-05.csv")
              + "%d,2024-05-31,,101,leaflets,2024-05-31,1\n".formatted(number));
    }

    // when
    night(force);

    // then
    assertThat(force.query(spark(), RECEIPTS))
        .containsExactly("registers-2024-05.csv 213 204 7 1 1");
    assertThat(
            force.query(
                spark(),
                "SELECT line, reason, field, activity, detail FROM bronze.quarantine ORDER BY line"))
        .containsExactly(
            "7 unknown_activity activity leaflet leaflet",
            "8 unknown_activity activity patrols patrols",
            "9 unknown_station station leaflets 103",
            "10 unreadable quantity leaflets 7.5",
            "11 negative_amount quantity leaflets -7",
            "12 missing occurred_at leaflets ",
            "13 missing quantity leaflets ");
    assertThat(force.query(spark(), HELD))
        .containsExactly(
            "2024-05-02 101 leaflets 100",
            "2024-05-03 null leaflets 1000",
            "2024-05-03 101 rooms 3",
            "2024-05-04 102 rooms 2",
            "2024-05-31 101 leaflets 200");
    assertThat(totals(force, "year_to_date"))
        .contains(
            "smallton leaflets 1300.0 null no baseline 0.17 6",
            "101 leaflets 300.0 null no baseline 0.17 1",
            "smallton rooms 5.0 null no baseline 0.0 1");
    assertThat(force.query(spark(), "SELECT count(*), sum(incidents_reported) FROM silver.ledger"))
        .containsExactly("1 1");
    assertThat(force.query(spark(), "SELECT record_id FROM silver.incidents"))
        .containsExactly("A1");
  }

  @Test
  void shouldBookWhatStandsInWhateverOrderItComes() {
    // given
    Map<String, String[]> files = new LinkedHashMap<>();
    files.put("2023-06", new String[] {"r,2023-06-05,,101,rooms,2023-06-05,3"});
    files.put(
        "2024-04",
        new String[] {
          "a,2024-04-03,,101,leaflets,2024-04-02,1000",
          "b,2024-04-03,,101,leaflets,2024-04-03,50",
          "c,2024-04-03,,101,rooms,2024-04-03,4",
          "d,2024-04-10,,102,rooms,2024-04-10,9"
        });
    files.put(
        "2024-05",
        new String[] {
          "a,2024-05-03,,101,leaflets,2024-04-02,100",
          "b,2024-05-03,withdrawn,101,leaflets,2024-04-03,50",
          "e,2024-05-20,,101,rooms,2024-05-20,5"
        });
    files.put("2024-06", new String[] {"d,2024-06-03,withdrawn,102,rooms,2024-04-10,9"});
    List<String> orders = new ArrayList<>(files.keySet());
    List<List<String>> found = new ArrayList<>();

    // when
    for (int turn = 0; turn < 2; turn++) {
      Path own = folder.resolve("turn" + turn);
      SmallForce force =
          force(
              own, "changes", "record_id: no\n  recorded_at: entered\n  status: nullif(state, '')");
      for (String month : orders) {
        register(force, month, files.get(month));
        ingest(force);
      }
      night(force);
      ingest(force);
      List<String> rows = new ArrayList<>(force.query(spark(), HELD));
      rows.addAll(totals(force, "year_to_date"));
      found.add(rows);
      Collections.reverse(orders);
    }

    // then
    assertThat(found.get(1)).isEqualTo(found.get(0));
    assertThat(found.get(0))
        .contains(
            "2024-04-02 101 leaflets 100",
            "2024-04-03 101 rooms 4",
            "2024-05-20 101 rooms 5",
            "101 rooms 5.0 3.0 the same period of 2023 1.0 0",
            "102 rooms null null no baseline 1.0 0",
            "smallton rooms 5.0 3.0 the same period of 2023 1.0 0")
        .noneMatch(it -> it.startsWith("2024-04-03 101 leaflets") || it.contains("102 rooms 9"));
  }

  @Test
  void shouldTellWhatWasKnownOnADayForEver() {
    // given
    SmallForce force = force();
    register(force, "2024-04", "a,2024-04-03,,101,leaflets,2024-04-02,1000");
    register(force, "2024-05", "a,2024-05-03,,101,leaflets,2024-04-02,100");

    // when
    night(force);
    Outcome earlier = force.run("backfill", "2024-04-30", "2024-04-30");

    // then
    assertThat(earlier.code()).as(earlier.err()).isZero();
    assertThat(
            force.query(
                spark(),
                "SELECT as_of, value FROM gold.activity_totals WHERE window = 'year_to_date'"
                    + " AND area = '101' AND activity = 'leaflets' ORDER BY as_of"))
        .containsExactly("2024-04-30 1000.0", "2024-06-30 100.0");
  }

  @Test
  void shouldTakeBackWhatASnapshotLacksAndAddSignedEntries() {
    // given
    SmallForce snapshots = force(folder, "snapshot", "record_id: no");
    register(
        snapshots,
        "2024-04",
        "a,,,101,leaflets,2024-04-02,10",
        "b,,,101,rooms,2024-04-03,4",
        "c,,,102,rooms,2024-04-03,2");
    ingest(snapshots);

    // when
    snapshots.write(
        "registers/registers-2024-04.csv",
        HEADER + "a,,,101,leaflets,2024-04-02,12\nc,,,102,rooms,2024-04-03,2\n");
    ingest(snapshots);
    List<String> afterSnapshot = snapshots.query(spark(), HELD);
    SmallForce signed = force(folder.resolve("signed"), "ledger", "status: nullif(state, '')");
    register(
        signed,
        "2024-04",
        ",,,101,leaflets,2024-04-02,10",
        ",,,101,leaflets,2024-04-02,10",
        ",,,101,leaflets,2024-04-02,-4");
    ingest(signed);

    // then
    assertThat(afterSnapshot)
        .containsExactly("2024-04-02 101 leaflets 12", "2024-04-03 102 rooms 2");
    assertThat(signed.query(spark(), HELD)).containsExactly("2024-04-02 101 leaflets 16");
  }

  @Test
  void shouldBookOnlyTheDifferenceWhenAnActivityIsNamedLater() {
    // given
    SmallForce force = force();
    register(
        force,
        "2024-05",
        "a,2024-05-03,,101,leaflets,2024-05-02,10",
        "b,2024-05-03,,101,patrols,2024-05-02,3");
    ingest(force);

    // when
    force.edit("registers.yaml", "[leaflets, rooms]", "[leaflets, rooms, patrols]");
    Outcome remapped = force.run("ingest", "--remap", "registers", "--as-of", "2024-06-30");

    // then
    assertThat(remapped.code()).as(remapped.err()).isZero();
    assertThat(force.query(spark(), HELD))
        .containsExactly("2024-05-02 101 leaflets 10", "2024-05-02 101 patrols 3");
    assertThat(force.query(spark(), "SELECT status FROM bronze.quarantine"))
        .containsExactly("settled");
    assertThat(
            force.query(
                spark(), "SELECT activity, quantity FROM silver.activity_entries ORDER BY ALL"))
        .containsExactly("leaflets 10", "patrols 3");
  }

  @Test
  void shouldShowInTheDoctorWhatALineWouldBook() {
    // given
    SmallForce force = force();
    register(force, "2024-05", "a,2024-05-03,,,leaflets,2024-05-02,10");

    // when
    Outcome doctor = force.run("doctor", "--as-of", "2024-06-30");

    // then
    assertThat(doctor.code()).as(doctor.err()).isZero();
    assertThat(doctor.out())
        .contains("station none, the whole force, activity leaflets: 10 on 2024-05-02");
  }
}
