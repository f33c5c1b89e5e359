package io.tongqi.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.domain.UnknownCodes;
import io.tongqi.reference.ReferenceData;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir Path folder;
  private TestFiles files;

  @BeforeEach
  void soundFiles() {
    files = new TestFiles(folder);
  }

  @Test
  void shouldFillInDefaults() {
    Settings settings = files.load();

    assertThat(settings.timeZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    assertThat(settings.years()).isEqualTo(10);
    assertThat(settings.windows()).isEmpty();
    assertThat(settings.unknownCodes()).isEqualTo(UnknownCodes.QUARANTINE);
    assertThat(settings.rejectShareLimit()).isEqualTo(0.05);
    assertThat(settings.movedShareLimit()).isEqualTo(0.01);
    assertThat(settings.vanishShareLimit()).isEqualTo(0.05);
    assertThat(settings.alikeShareLimit()).isEqualTo(0.01);
    assertThat(settings.master()).isEqualTo("local[*]");
    assertThat(settings.sparkConfiguration()).isEmpty();
  }

  @Test
  void shouldReadEveryKey() {
    files.write(
        "tongqi.yaml",
        TestFiles.SETTINGS
            + """
            years: 5
            windows: {shopping_festival: 06-01..06-18, new_year: 12-20..01-10}
            unknown_codes: unknown
            reject_share_limit: 0.1
            moved_share_limit: 0.02
            vanish_share_limit: 0
            alike_share_limit: 1
            spark: {master: yarn, conf: {spark.executor.cores: 4, spark.ui.enabled: false}}
            """);

    Settings settings = files.load();

    assertThat(settings.years()).isEqualTo(5);
    assertThat(settings.windows())
        .containsExactly(
            Map.entry("shopping_festival", "06-01..06-18"), Map.entry("new_year", "12-20..01-10"));
    assertThat(settings.reference().stations())
        .anyMatch(station -> station.station().equals(ReferenceData.UNKNOWN));
    assertThat(settings.rejectShareLimit()).isEqualTo(0.1);
    assertThat(settings.movedShareLimit()).isEqualTo(0.02);
    assertThat(settings.vanishShareLimit()).isZero();
    assertThat(settings.alikeShareLimit()).isOne();
    assertThat(settings.master()).isEqualTo("yarn");
    assertThat(settings.sparkConfiguration())
        .containsExactly(
            Map.entry("spark.executor.cores", "4"), Map.entry("spark.ui.enabled", "false"));
  }

  @Test
  void shouldTakeRelativePathsFromTheFileThatNamesThem() {
    files
        .write("tongqi.yaml", TestFiles.SETTINGS.replace("[calls.yaml]", "[sources/calls.yaml]"))
        .write("sources/calls.yaml", TestFiles.CALLS.replace("root: calls", "root: ../calls"));

    Settings settings = files.load();

    assertThat(settings.warehouse()).isEqualTo(folder.resolve("warehouse").toString());
    assertThat(settings.sources().get(0).root()).isEqualTo(folder.resolve("calls").toString());
  }

  @Test
  void shouldLeavePathsWithASchemeAsTheyAre() {
    files.write(
        "tongqi.yaml",
        TestFiles.SETTINGS.replace("warehouse: warehouse", "warehouse: s3a://bucket/tongqi"));

    assertThat(files.load().warehouse()).isEqualTo("s3a://bucket/tongqi");
  }

  @Test
  void shouldReplaceVariablesInValues() {
    files.write(
        "tongqi.yaml",
        TestFiles.SETTINGS.replace("warehouse: warehouse", "warehouse: ${LAKE}/tongqi")
            + "years: ${YEARS:-7}\nspark: {conf: {spark.app.name: '$${LAKE}'}}\n");

    Settings settings = files.load(Map.of("LAKE", "hdfs:///${YEARS}"));

    assertThat(settings.warehouse()).isEqualTo("hdfs:///${YEARS}/tongqi");
    assertThat(settings.years()).isEqualTo(7);
    assertThat(settings.sparkConfiguration()).containsEntry("spark.app.name", "${LAKE}");
  }

  @Test
  void shouldNameAVariableThatIsNotDefined() {
    files.write(
        "tongqi.yaml",
        TestFiles.SETTINGS.replace(
            "sources: [calls.yaml]", "sources: [calls.yaml, '${MORE}.yaml']"));

    assertThat(files.faults())
        .contains(
            "tongqi.yaml: key sources[1]: environment variable MORE in \"${MORE}.yaml\" is not defined; "
                + "define it, or write ${MORE:-default}");
  }

  @Test
  void shouldReportAllFaultsOfTheFileTogether() {
    files.write(
        "tongqi.yaml",
        """
        force: {code: 110, name_zh: 佛山}
        time_zone: Asia/Foshan
        warehose: warehouse
        sources: [calls.yaml]
        reference: reference
        years: ten
        windows: {year_to_date: 06-01..06-18, festival: 06-01..06-31, Half Year: 01-01..06-30}
        unknown_codes: quarantined
        reject_share_limit: 5
        spark: {master: yarn, conf: {executor.cores: 4}}
        """);

    assertThat(files.faults())
        .containsExactly(
            "tongqi.yaml: key force.code: 110 is no text; put it in quotes",
            "tongqi.yaml: key force.name_en: is missing; add it",
            "tongqi.yaml: key time_zone: \"Asia/Foshan\" is not valid "
                + "(Unknown time-zone ID: Asia/Foshan); write a time zone such as Asia/Shanghai",
            "tongqi.yaml: key years: \"ten\" is not valid; write a whole number from 1 to 100",
            "tongqi.yaml: key windows.Half Year: is no name; "
                + "use lower-case letters, digits, hyphens and underscores",
            "tongqi.yaml: key unknown_codes: \"quarantined\" is not known; "
                + "did you mean \"quarantine\"?",
            "tongqi.yaml: key reject_share_limit: 5 is not valid; write a number from 0 to 1",
            "tongqi.yaml: key spark.conf.executor.cores: is no setting of Spark; "
                + "write a key that begins with spark.",
            "tongqi.yaml: key warehouse: is missing; add it",
            "tongqi.yaml: key warehose: is not a known key; did you mean \"warehouse\"?",
            "tongqi.yaml: key windows.year_to_date: Reading the named window 'year_to_date' with "
                + "the value '06-01..06-18': a built-in window has this name; choose another",
            "tongqi.yaml: key windows.festival: Reading the named window 'festival' with the value "
                + "'06-01..06-31': no year has the day '06-31'; "
                + "write its first and last day like 06-01..06-18");
  }

  @Test
  void shouldTellWhereAMisplacedKeyBelongs() {
    files.write(
        "tongqi.yaml",
        TestFiles.SETTINGS.replace("code: foshan", "code: foshan, years: 5")
            + "master: yarn\nname_zh: 佛山\n");

    assertThat(files.faults())
        .containsExactly(
            "tongqi.yaml: key force.years: is not a known key here; "
                + "write it at the top level of the file",
            "tongqi.yaml: key master: is not a known key here; it is a key of spark, write it there",
            "tongqi.yaml: key name_zh: is not a known key here; it is a key of force, write it there");
  }

  @Test
  void shouldTakeAKeyWithoutValueAsNotGiven() {
    files.write("tongqi.yaml", TestFiles.SETTINGS + "years:\nspark: {master: , conf: }\n");

    assertThat(files.load().years()).isEqualTo(10);
    assertThat(files.load().master()).isEqualTo("local[*]");
  }

  @Test
  void shouldRefuseValuesOfAnotherKind() {
    files.write(
        "tongqi.yaml",
        TestFiles.SETTINGS.replace("reference: reference", "reference:")
            + """
            yeers:
            years: 0
            windows: {harvest: autumn}
            reject_share_limit: "7%"
            release_days: 6
            spark: {master: ' ', conf: {spark.jars: [a.jar]}}
            """);

    assertThat(files.faults())
        .containsExactly(
            "tongqi.yaml: key years: 0 is not valid; write a whole number from 1 to 100",
            "tongqi.yaml: key windows.harvest: \"autumn\" is not valid; "
                + "write the first and the last day like 06-01..06-18",
            "tongqi.yaml: key reject_share_limit: \"7%\" is not valid; "
                + "write a number from 0 to 1",
            "tongqi.yaml: key release_days: 6 is not valid; write a whole number of 7 or more",
            "tongqi.yaml: key spark.master: is blank; write something or remove the key",
            "tongqi.yaml: key spark.conf.spark.jars: [\"a.jar\"] is not valid; "
                + "write one text, number or truth value",
            "tongqi.yaml: key reference: is missing; add it",
            "tongqi.yaml: key yeers: is not a known key; did you mean \"years\"?");
  }

  @Test
  void shouldRefuseListsAndTextsWhereKeysBelong() {
    files.write(
        "tongqi.yaml",
        TestFiles.SETTINGS.replace("sources: [calls.yaml]", "sources: [calls.yaml, ~, {a: b}]")
            + "spark: yarn\nwindows: [a]\n");

    assertThat(files.faults())
        .containsExactly(
            "tongqi.yaml: key sources[1]: null is no text; put it in quotes",
            "tongqi.yaml: key sources[2]: {\"a\":\"b\"} is no text; write one text",
            "tongqi.yaml: key windows: [\"a\"] has no keys; write \"key: value\" below it",
            "tongqi.yaml: key spark: \"yarn\" has no keys; write \"key: value\" below it");
  }

  @Test
  void shouldReportTheFaultsOfAllFilesTogether() {
    files
        .write("tongqi.yaml", TestFiles.SETTINGS + "year: 10\n")
        .write("calls.yaml", TestFiles.CALLS.replace("format: csv", "format: cvs"))
        .write("reference/districts.csv", "district,name_zh,name_en\n");

    assertThat(files.faults())
        .containsExactly(
            "tongqi.yaml: key year: is not a known key; did you mean \"years\"?",
            "calls.yaml: key format: \"cvs\" is not known; did you mean \"csv\"?",
            "reference/districts.csv: line 1: column comparable_from is missing from "
                + "\"district,name_zh,name_en\"; add it");
  }

  @Test
  void shouldNameMissingFiles() throws Exception {
    Files.delete(files.path("calls.yaml"));
    Files.delete(files.path("reference/groups.csv"));

    assertThat(files.faults())
        .contains(
            "calls.yaml: the file: does not exist; create it, or correct the path to it",
            "reference/groups.csv: the file: does not exist; "
                + "create it, or correct the key reference of the settings");
  }

  @Test
  void shouldNameAMissingSettingsFile() throws Exception {
    Files.delete(files.path("tongqi.yaml"));

    assertThat(files.faults())
        .containsExactly(
            "tongqi.yaml: the file: does not exist; create it, or correct the path to it");
  }

  @Test
  void shouldRefuseAKeyThatIsGivenTwice() {
    files.write("tongqi.yaml", TestFiles.SETTINGS + "years: 10\nyears: 9\n");

    assertThat(files.faults())
        .containsExactly(
            "tongqi.yaml: line 7, column 6: Duplicate field 'years'; give each key once");
  }

  @Test
  void shouldRefuseWhatIsNoYaml() {
    files.write("tongqi.yaml", "force: {code: foshan\ntime_zone: UTC\n");

    assertThat(files.faults())
        .singleElement()
        .asString()
        .contains("tongqi.yaml: line 2, column 10:");
  }

  @Test
  void shouldRefuseAnEmptyFile() {
    files.write("tongqi.yaml", "# nothing yet\n");

    assertThat(files.faults())
        .containsExactly("tongqi.yaml: the file: has no keys; write one \"key: value\" a line");
  }

  @Test
  void shouldRefuseAnotherEncoding() throws Exception {
    Files.write(files.path("tongqi.yaml"), TestFiles.SETTINGS.getBytes("GBK"));

    assertThat(files.faults())
        .containsExactly("tongqi.yaml: the file: is not UTF-8; save it as UTF-8");
  }

  @Test
  void shouldRefuseYamlAliases() {
    files.write(
        "tongqi.yaml",
        TestFiles.SETTINGS.replace("sources: [calls.yaml]", "sources: [&a calls.yaml, *a]"));

    assertThat(files.faults())
        .contains("tongqi.yaml: line 4, column 26: *a is a YAML alias; write the value out");
  }

  @Test
  void shouldRefuseASourceThatIsListedTwice() {
    files.write(
        "tongqi.yaml", TestFiles.SETTINGS.replace("[calls.yaml]", "[calls.yaml, calls.yaml]"));

    assertThat(files.faults())
        .contains(
            "calls.yaml: key source: \"calls\" is the name of another source (calls.yaml); "
                + "give each source its own name and list it once");
  }
}
