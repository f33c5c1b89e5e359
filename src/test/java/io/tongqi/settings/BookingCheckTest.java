package io.tongqi.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BookingCheckTest {
  private static final String TWICE =
      "cases.yaml: key books: incidents_reported of source cases is also booked by source calls "
          + "(calls.yaml) for the same days, stations and groups; "
          + "book it once, or tell the two apart with from and to, stations or category_groups";

  @TempDir Path folder;
  private TestFiles files;

  @BeforeEach
  void twoSources() {
    files = new TestFiles(folder);
    files.write(
        "tongqi.yaml", TestFiles.SETTINGS.replace("[calls.yaml]", "[calls.yaml, cases.yaml]"));
  }

  @Test
  void shouldRefuseAMeasureOfTwoSources() {
    books("[incidents_reported]", "[{measure: incidents_reported, to: 2019-12-31}]");

    assertThat(files.faults()).containsExactly(TWICE);
  }

  @Test
  void shouldRefuseDaysThatOverlapByOne() {
    books(
        "[{measure: incidents_reported, to: 2019-12-31}]",
        "[{measure: incidents_reported, from: 2019-12-31}]");

    assertThat(files.faults()).containsExactly(TWICE);
  }

  @Test
  void shouldRefuseGroupsThatShareACategory() {
    books(
        "[{measure: incidents_reported, category_groups: [theft]}]",
        "[{measure: incidents_reported, category_groups: [criminal]}]");

    assertThat(files.faults()).containsExactly(TWICE);
  }

  @Test
  void shouldRefuseAMeasureThatOneSourceBooksTwice() {
    books("[incidents_reported, incidents_reported]", "[incidents_occurred]");

    assertThat(files.faults())
        .containsExactly(
            "calls.yaml: key books: incidents_reported of source calls is also booked by source "
                + "calls (calls.yaml) for the same days, stations and groups; "
                + "book it once, or tell the two apart with from and to, stations or category_groups");
  }

  @Test
  void shouldRefuseCodesThatAreNotInTheReferenceData() {
    books(
        "[{measure: incidents_reported, stations: ['999']}]",
        "[{measure: incidents_occurred, category_groups: [fraud]}]");

    assertThat(files.faults())
        .containsExactly(
            "calls.yaml: key books: station \"999\" of incidents_reported is not in the reference "
                + "data; correct the code or add it there",
            "cases.yaml: key books: category group \"fraud\" of incidents_occurred is not in the "
                + "reference data; correct the code or add it there");
  }

  @Test
  void shouldAcceptBookingsThatAreApart() {
    books(
        "[{measure: incidents_reported, to: 2018-12-31},"
            + " {measure: incidents_reported, from: 2019-01-01, category_groups: [theft]}]",
        "[{measure: incidents_reported, from: 2019-01-01, category_groups: [traffic]},"
            + " incidents_occurred]");

    assertThat(files.load().sources()).hasSize(2);
  }

  private void books(String ofCalls, String ofCases) {
    String calls = TestFiles.CALLS.replace("[incidents_reported]", ofCalls);
    String cases = TestFiles.CALLS.replace("[incidents_reported]", ofCases);
    files
        .write("calls.yaml", calls)
        .write("cases.yaml", cases.replace("source: calls", "source: cases"));
  }
}
