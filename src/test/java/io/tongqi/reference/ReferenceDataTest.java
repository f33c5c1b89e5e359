package io.tongqi.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.domain.Activity;
import io.tongqi.domain.Better;
import io.tongqi.domain.Bilingual;
import io.tongqi.faults.Faults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferenceDataTest {
  private static final String STATIONS =
      "station,valid_from,valid_to,name_zh,name_en,district,successor\n";

  @TempDir Path folder;

  @BeforeEach
  void soundFiles() throws IOException {
    write("stations.csv", STATIONS + "101,2010-01-01,,祖庙,Zumiao,chancheng,\n");
    write(
        "districts.csv",
        """
        district,name_zh,name_en,comparable_from
        chancheng,禅城,Chancheng,
        nanhai,南海,Nanhai,2012-01-01
        """);
    write(
        "groups.csv",
        """
        category_group,name_zh,name_en,comparable_from
        all,全部,All,
        theft,盗窃,Theft,2014-07-01
        """);
    write("categories.csv", "category,category_group\nbicycle_theft,all\nbicycle_theft,theft\n");
  }

  @Test
  void shouldReadAllFiles() {
    ReferenceData reference = load();

    assertThat(reference.stations())
        .containsExactly(
            new Station(
                "101", LocalDate.of(2010, 1, 1), null, "祖庙", "Zumiao", "chancheng", null, "101"));
    assertThat(reference.districts())
        .containsExactly(
            new District("chancheng", "禅城", "Chancheng", null),
            new District("nanhai", "南海", "Nanhai", LocalDate.of(2012, 1, 1)));
    assertThat(reference.groups())
        .containsExactly(
            new Group("all", "全部", "All", null),
            new Group("theft", "盗窃", "Theft", LocalDate.of(2014, 7, 1)));
    assertThat(reference.categories())
        .containsExactly(
            new Membership("bicycle_theft", "all"), new Membership("bicycle_theft", "theft"));
  }

  @Test
  void shouldReadAByteOrderMarkCarriageReturnsQuotesAndAnyOrderOfColumns() throws IOException {
    write(
        "districts.csv",
        "\uFEFFname_en,district,name_zh,comparable_from,note\r\n"
            + "\"Chancheng, \"\"old\"\"\",chancheng,禅城,,kept for later\r\n\r\n");

    assertThat(load().districts())
        .containsExactly(new District("chancheng", "禅城", "Chancheng, \"old\"", null));
  }

  @Test
  void shouldHashTheContentWhateverItsOrder() throws IOException {
    String hash = load().hash();
    write("categories.csv", "category_group,category\ntheft,bicycle_theft\nall,bicycle_theft\n");

    assertThat(load().hash()).isEqualTo(hash).matches("[0-9a-f]{64}");

    write("categories.csv", "category,category_group\nbicycle_theft,all\n");

    assertThat(load().hash()).isNotEqualTo(hash);
  }

  @Test
  void shouldAddAStationAndACategoryForUnknownCodes() {
    ReferenceData reference = load().withUnknown();

    assertThat(reference.stations())
        .filteredOn(station -> station.station().equals("unknown"))
        .singleElement()
        .satisfies(station -> assertThat(station.area()).isEqualTo("unknown"))
        .satisfies(station -> assertThat(station.isValidOn(LocalDate.of(1999, 1, 1))).isTrue());
    assertThat(reference.districts()).contains(new District("unknown", "不明", "Unknown", null));
    assertThat(reference.categories()).contains(new Membership("unknown", "all"));
    assertThat(reference.groups()).hasSize(2);
    assertThat(reference.hash()).isNotEqualTo(load().hash());
    assertThat(reference.withUnknown()).isEqualTo(reference);
  }

  @Test
  void shouldReportTheFaultsOfAllFilesTogether() throws IOException {
    write(
        "stations.csv",
        STATIONS
            + """
            101,2010-01-01,2014-12-31,祖庙,Zumiao,chancheng,109
            101,2014-12-31,,祖庙,Zumiao,chanchen,
            102,2010-01-01,2009-12-31,石湾,Shiwan,chancheng,
            103,2010-13-01,,桂城,Guicheng,nanhai,
            104,2010-01-01,,狮山,,nanhai,101
            105,2010-01-01,,大沥
            """);
    write("districts.csv", "district,name_zh,name_en\nchancheng,禅城,Chancheng\n");
    write(
        "groups.csv",
        """
        category_group,name_zh,name_en,comparable_from
        theft,盗窃,Theft,July 2014
        theft,盗窃,Theft,
        """);
    write("categories.csv", "category,category_group\nbicycle_theft,all\nbicycle_theft,all\n");

    assertThat(faults())
        .containsExactly(
            "districts.csv: line 1: column comparable_from is missing from "
                + "\"district,name_zh,name_en\"; add it",
            "groups.csv: line 2: comparable_from \"July 2014\" is not a date; "
                + "write a date such as 2015-01-31",
            "groups.csv: line 3: category_group theft stands in line 2 already; keep one line",
            "stations.csv: line 7: has 4 fields, the header 7; correct the line",
            "stations.csv: line 4: valid_to 2009-12-31 is before valid_from 2010-01-01; "
                + "write a day on or after it",
            "stations.csv: line 5: valid_from \"2010-13-01\" is not a date; "
                + "write a date such as 2015-01-31",
            "stations.csv: line 6: name_en is blank; fill it in",
            "stations.csv: line 6: station 104 has the successor 101 but no valid_to; "
                + "write its last day, or remove the successor",
            "stations.csv: line 3: station 101 from 2014-12-31 is already held by the station of "
                + "line 2; end that one before, or remove one of them",
            "stations.csv: line 2: successor \"109\" of station 101 is not in the file; "
                + "did you mean \"101\"?",
            "categories.csv: line 2: category_group \"all\" is not in groups.csv; "
                + "correct the code or add it to groups.csv",
            "categories.csv: line 3: category_group \"all\" is not in groups.csv; "
                + "correct the code or add it to groups.csv",
            "categories.csv: line 3: category bicycle_theft in category_group all stands in "
                + "line 2 already; keep one line");
  }

  @Test
  void shouldReportAnUnknownDistrict() throws IOException {
    write("stations.csv", STATIONS + "101,2010-01-01,,祖庙,Zumiao,chanchen,\n");

    assertThat(faults())
        .containsExactly(
            "stations.csv: line 2: district \"chanchen\" is not in districts.csv; "
                + "correct the code or add it to districts.csv");
  }

  @Test
  void shouldReportMissingEmptyAndUndecodableFiles() throws IOException {
    Files.delete(folder.resolve("stations.csv"));
    write("districts.csv", "");
    write("groups.csv", "category_group,name_zh,name_en,comparable_from\n");
    Files.write(
        folder.resolve("categories.csv"), "category,category_group\n盗窃,all\n".getBytes("GBK"));

    assertThat(faults())
        .containsExactly(
            "districts.csv: line 1: column district is missing from \"\"; add it",
            "districts.csv: line 1: column name_zh is missing from \"\"; add it",
            "districts.csv: line 1: column name_en is missing from \"\"; add it",
            "districts.csv: line 1: column comparable_from is missing from \"\"; add it",
            "groups.csv: the file: has no rows; add them",
            "stations.csv: the file: does not exist; "
                + "create it, or correct the key reference of the settings",
            "categories.csv: the file: is not UTF-8; save it as UTF-8");
  }

  @Test
  void shouldReportAStationThatIsListedTwice() throws IOException {
    String line = "101,2010-01-01,,祖庙,Zumiao,chancheng,\n";
    write("stations.csv", STATIONS + line + line);

    assertThat(faults())
        .containsExactly("stations.csv: line 3: is the same as line 2; keep one of them");
  }

  @Test
  void shouldReportACircleOfSuccessorsOnce() throws IOException {
    write(
        "stations.csv",
        STATIONS
            + """
            101,2010-01-01,2014-12-31,甲,A,nanhai,102
            102,2010-01-01,2015-12-31,乙,B,nanhai,103
            103,2010-01-01,2016-12-31,丙,C,nanhai,102
            """);

    assertThat(faults())
        .containsExactly(
            "stations.csv: line 3: successors run in a circle: 102 → 103; "
                + "let one of them have no successor");
  }

  @Test
  void shouldReadTheActivitiesWhereThereAreAny() throws IOException {
    // given
    String before = load().hash();

    // when
    write(
        "activities.csv",
        """
        activity,kind,name_zh,name_en,unit_zh,unit_en,better,per
        hours,flow,工时,Hours,小时,hours,,
        community_hours,flow,社区工时,Community hours,小时,hours,higher,hours
        rooms,stock,警务室,Police rooms,个,rooms,higher,
        """);

    // then
    Bilingual hours = new Bilingual("小时", "hours");
    Bilingual name = new Bilingual("工时", "Hours");
    assertThat(load().activities())
        .containsExactly(
            new Activity(
                "hours", Activity.Type.FLOW, name, hours, Better.NEUTRAL, Optional.empty()),
            new Activity(
                "community_hours",
                Activity.Type.FLOW,
                new Bilingual("社区工时", "Community hours"),
                hours,
                Better.HIGHER,
                Optional.of(new Activity.Whole("hours", name))),
            new Activity(
                "rooms",
                Activity.Type.STOCK,
                new Bilingual("警务室", "Police rooms"),
                new Bilingual("个", "rooms"),
                Better.HIGHER,
                Optional.empty()));
    assertThat(load().hash()).isNotEqualTo(before);
  }

  @Test
  void shouldReportActivitiesThatCannotBeSummed() throws IOException {
    write(
        "activities.csv",
        """
        activity,kind,name_zh,name_en,unit_zh,unit_en,better,per
        hours,flow,工时,Hours,小时,hours,,
        hours,flow,工时,Hours,小时,hours,,
        share,flow,占比,Share,小时,hours,high,hours
        shares,flow,占比,Share,小时,hours,,share
        rooms,stocks,室,Rooms,个,rooms,,hour
        posts,stock,岗,Posts,个,posts,,hours
        """);

    assertThat(faults())
        .containsExactly(
            "activities.csv: line 3: activity hours stands in line 2 already; keep one line",
            "activities.csv: line 4: better \"high\" is not known; did you mean \"higher\"?",
            "activities.csv: line 5: per \"share\" is a share itself; name an activity that is"
                + " counted by itself",
            "activities.csv: line 6: per \"hour\" is not in activities.csv; correct the code or add"
                + " it to activities.csv",
            "activities.csv: line 6: kind \"stocks\" is not known; did you mean \"stock\"?",
            "activities.csv: line 7: per \"hours\" is no stock as the activity is; name one of the"
                + " same kind");
  }

  private ReferenceData load() {
    Faults faults = new Faults();
    ReferenceData reference = ReferenceData.load(folder, faults);
    assertThat(faults.list()).isEmpty();
    return reference;
  }

  private List<String> faults() {
    Faults faults = new Faults();
    ReferenceData.load(folder, faults);
    return faults.list().stream().map(fault -> fault.replace(folder + "/", "")).toList();
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }
}
