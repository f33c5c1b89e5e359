package io.tongqi.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.domain.CanonicalColumn;
import io.tongqi.domain.SourceKind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActivityMappingTest {
  private static final String REGISTERS =
      """
      source: registers
      kind: activity
      root: registers
      files: "*.csv"
      format: csv
      fields: {record_id: no, activity: item, occurred_at: day, quantity: amount}
      activities: [leaflets, {activity: rooms, from: 2024-01-01, stations: ['101']}]
      covers: {name: 'registers-(\\d{4}-\\d{2})', format: yyyy-MM}
      """;

  @TempDir Path folder;
  private TestFiles files;

  @BeforeEach
  void callsAndRegisters() {
    files =
        new TestFiles(folder)
            .write("registers.yaml", REGISTERS)
            .write(
                "tongqi.yaml",
                TestFiles.SETTINGS.replace("[calls.yaml]", "[calls.yaml, registers.yaml]"))
            .write(
                "reference/activities.csv",
                """
                activity,kind,name_zh,name_en,unit_zh,unit_en,better,per
                leaflets,flow,传单,Leaflets,份,leaflets,,
                rooms,stock,警务室,Rooms,个,rooms,,
                part,flow,部分,Part,份,parts,,leaflets
                """);
  }

  @Test
  void shouldReadWhichActivitiesItAnswersFor() {
    SourceMapping mapping = files.load().sources().get(1);

    assertThat(mapping.kind()).isEqualTo(SourceKind.ACTIVITY);
    assertThat(mapping.books()).isEmpty();
    assertThat(mapping.activities())
        .containsExactly(
            new ActivityBooking("leaflets", null, null, Set.of()),
            new ActivityBooking("rooms", LocalDate.of(2024, 1, 1), null, Set.of("101")));
    assertThat(mapping.fields()).containsKeys(CanonicalColumn.ACTIVITY, CanonicalColumn.QUANTITY);
    assertThat(files.load().sources().get(0).kind()).isEqualTo(SourceKind.INCIDENT);
  }

  @Test
  void shouldHashWhichActivitiesItAnswersFor() {
    String hash = files.load().sources().get(1).hash();
    files.write("registers.yaml", REGISTERS.replace("[leaflets, ", "["));

    assertThat(files.load().sources().get(1).hash()).isNotEqualTo(hash);
  }

  @Test
  void shouldRefuseWhatIsOfTheOtherKind() {
    files
        .write(
            "registers.yaml",
            REGISTERS
                    .replace("activity: item, ", "category: item, ")
                    .replace("format: yyyy-MM", "format: yyyy-MM, category_groups: [theft]")
                + "books: [deaths]\nresolution: month\n")
        .write(
            "calls.yaml",
            TestFiles.CALLS.replace("station: station, ", "quantity: amount, ")
                + "activities: [leaflets]\n");

    assertThat(files.faults())
        .containsExactlyInAnyOrder(
            "calls.yaml: key activities: applies to kind activity only; remove it or correct the"
                + " kind",
            "calls.yaml: key fields.station: is missing; add it",
            "calls.yaml: key fields.quantity: is no field of kind incident; remove it or correct the"
                + " kind",
            "registers.yaml: key books: does not apply to kind activity, which answers for"
                + " activities; name them under activities",
            "registers.yaml: key resolution: does not apply to kind activity, whose records are of a"
                + " day; remove it",
            "registers.yaml: key fields.activity: is missing; add it",
            "registers.yaml: key fields.category: is no field of kind activity; remove it or correct"
                + " the kind",
            "registers.yaml: key covers[0].category_groups: does not apply to kind activity, whose"
                + " records have no category; remove it, or tell under activities from when on each is"
                + " answered for");
  }

  @Test
  void shouldRefuseActivitiesThatAreNotKnownOrToldTwiceOrSharesOfNothing() {
    files.write(
        "registers.yaml",
        REGISTERS.replace(
            "[leaflets, {activity: rooms, from: 2024-01-01, stations: ['101']}]",
            "[part, room, rooms, {activity: rooms, from: 2024-01-01, stations: ['109']}]"));

    assertThat(files.faults())
        .containsExactlyInAnyOrder(
            "registers.yaml: key activities: activity \"room\" is not in the reference data; correct"
                + " the code or add it there",
            "registers.yaml: key activities: station \"109\" of rooms is not in the reference data;"
                + " correct the code or add it there",
            "registers.yaml: key activities: rooms of source registers is also told by source"
                + " registers (registers.yaml) for the same days and stations; name it once, or tell"
                + " the two apart with from and to, or stations",
            "registers.yaml: key activities: part is a share of leaflets, which no source tells; name"
                + " that, too");
  }

  @Test
  void shouldNeedActivities() {
    files.write("registers.yaml", REGISTERS.replaceFirst("activities: .*\n", ""));

    assertThat(files.faults())
        .containsExactly("registers.yaml: key activities: is missing; add it");
  }
}
