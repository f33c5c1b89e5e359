package io.tongqi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tongqi.SmallForce.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The release, unpacked where nothing can be written, and run by a user who is not root. */
@TestMethodOrder(OrderAnnotation.class)
class InstalledReleaseIT {
  private static final List<String> AS_NOBODY =
      List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");

  private static final Pattern CLASSIFIER = Pattern.compile("classifier=([^&]*)");
  private static final Path BUILD = Path.of(System.getProperty("project.build.directory"));

  @TempDir private static Path folder;
  private static Path installed;
  private static Path user;

  @BeforeAll
  static void unpack() throws IOException, InterruptedException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    user = Files.createDirectory(folder.resolve("user"));
    Files.setPosixFilePermissions(user, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path archive = first(BUILD, "tongqi-*.tar.gz");
    Path place = Files.createDirectory(folder.resolve("installed"));
    setUp("tar", "-xzf", archive.toString(), "-C", place.toString());
    setUp("chmod", "-R", "a-w", place.toString());
    installed = first(place, "*");
  }

  @AfterAll
  static void letTheFolderBeRemoved() throws IOException, InterruptedException {
    setUp("chmod", "-R", "u+w", folder.toString());
  }

  @Test
  @Order(1)
  void shouldHoldTheApplicationAndWhatBelongsToIt() throws IOException {
    assertThat(BUILD.resolve(installed.getFileName() + ".tar.gz")).exists();
    assertThat(names(installed))
        .as("what is installed; Maven makes bom.json online only")
        .hasToString(
            "[CHANGELOG.md, LICENSE, NOTICE, README.md, THIRD-PARTY.txt, application, bom.json, conf,"
                + " data-sample, docs, jobs]");
    assertThat(names(installed.resolve("application"))).containsExactly("lib", "tongqi.jar");
  }

  @Test
  @Order(1)
  void shouldTellEachLibraryWithItsLicence() throws IOException {
    String thirdParty = Files.readString(installed.resolve("THIRD-PARTY.txt"));
    JsonNode bill = new ObjectMapper().readTree(installed.resolve("bom.json").toFile());
    List<String> libraries = new ArrayList<>();
    for (JsonNode component : bill.path("components")) {
      String name = component.path("name").asText();
      String version = component.path("version").asText();
      libraries.add(name + "-" + version + classifier(component) + ".jar");
      assertThat(thirdParty).containsPattern("\\(.+:" + Pattern.quote(name + ":" + version) + " ");
    }

    assertThat(names(installed.resolve("application/lib")))
        .containsExactlyInAnyOrderElementsOf(libraries);
    assertThat(names(BUILD.resolve("tongqi/lib"))).containsAll(libraries);
  }

  private static String classifier(JsonNode component) {
    Matcher classifier = CLASSIFIER.matcher(component.path("purl").asText());
    return classifier.find() ? "-" + classifier.group(1) : "";
  }

  @Test
  @Order(1)
  void shouldRunForAUserWhoCanWriteNoFileAtAll() throws IOException, InterruptedException {
    Outcome version = run("/nonexistent", "jobs/tongqi", "--version");

    String expected = installed.getFileName().toString().replace("tongqi-", "tongqi ") + "\n";
    assertThat(version).isEqualTo(new Outcome(0, expected, ""));
  }

  @Test
  @Order(2)
  void shouldRunTheNightOfTheSample() throws IOException, InterruptedException {
    Outcome night = run(user.toString(), "jobs/nightly.sh");

    assertThat(night.code()).as(night.err()).isZero();
    assertThat(night.err()).isEmpty();
    assertThat(night.out())
        .contains("release 2024-06-30.1 of Foshan; the tables are in " + user + "/warehouse")
        .contains("560 521 478 431 389 301 322 281 250 153")
        .contains("A202400523");
    try (Stream<Path> cached = Files.walk(user.resolve(".cache/tongqi"))) {
      assertThat(cached).anyMatch(file -> file.toString().endsWith(".jsa"));
    }
  }

  @Test
  @Order(3)
  void shouldQueryWhatTheNightWrote() throws IOException, InterruptedException {
    String released = "SELECT release_id FROM gold.releases";

    Outcome query = run(user.toString(), "jobs/tongqi", "query", "--format", "csv", released);

    assertThat(query).isEqualTo(new Outcome(0, "release_id\n2024-06-30.1\n", ""));
  }

  private static Path first(Path folder, String glob) throws IOException {
    try (var files = Files.newDirectoryStream(folder, glob)) {
      return files.iterator().next();
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static void setUp(String... command) throws IOException, InterruptedException {
    assertThat(new ProcessBuilder(command).inheritIO().start().waitFor()).isZero();
  }

  /** Runs a command in the folder of the release, as a user with that home. */
  private static Outcome run(String home, String... command)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(command));
    if (System.getProperty("user.name").equals("root")) {
      words.addAll(0, AS_NOBODY);
    }
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    ProcessBuilder process = new ProcessBuilder(words).directory(installed.toFile());
    process.redirectOutput(out.toFile()).redirectError(err.toFile());
    process.environment().keySet().retainAll(Set.of("PATH", "JAVA_HOME"));
    process.environment().put("HOME", home);
    process.environment().put("TONGQI_WAREHOUSE", user.resolve("warehouse").toString());
    int code = process.start().waitFor();
    return new Outcome(code, Files.readString(out), Files.readString(err));
  }
}
