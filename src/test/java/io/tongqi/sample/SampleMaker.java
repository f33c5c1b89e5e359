package io.tongqi.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Makes {@code data-sample}: deliveries of a call system, a case system and registers, reference
 * data, the expected figures and a note. The same bytes every time.
 */
public final class SampleMaker {
  private static final long SEED = 20_240_630;
  private static final List<String> REFERENCE =
      List.of("stations.csv", "districts.csv", "groups.csv", "categories.csv", "activities.csv");

  private SampleMaker() {}

  /** Writes the sample into the folder that the only argument names, such as data-sample. */
  public static void main(String[] arguments) {
    write(Path.of(arguments[0]));
  }

  /**
   * Writes the sample.
   *
   * @param folder where to; made if missing, files of the same names are replaced
   * @throws UncheckedIOException if the folder cannot be written
   */
  static void write(Path folder) {
    try {
      SamplePlan plan = new SamplePlan();
      List<Incident> incidents = new Incidents(plan, new Draw(SEED)).all();
      Breakage<Call> calls =
          new Breakage<>(
                  Layout.calls(), new CallRecords(plan, new Draw(SEED + 1)).versions(incidents))
              .broken(SampleQuirks.calls());
      Breakage<Filing> cases =
          new Breakage<>(
                  Layout.cases(),
                  new CaseRecords(plan, new Draw(SEED + 3))
                      .versions(new Cases(plan, new Draw(SEED + 2)).of(incidents)))
              .broken(SampleQuirks.cases());
      deliver(folder, Layout.calls(), SampleQuirks.calls(), calls);
      deliver(folder, Layout.cases(), SampleQuirks.cases(), cases);
      deliver(folder, "registers", new Registers(plan, new Draw(SEED + 5)).deliveries());
      Files.createDirectories(folder.resolve("reference"));
      for (String name : REFERENCE) {
        Files.write(
            folder.resolve("reference/" + name), Packaged.bytes("sample/reference/" + name));
      }
      for (String page : List.of("README.md", "claims-2024-h1.yaml")) {
        Files.write(folder.resolve(page), Packaged.bytes("sample/" + page));
      }
      Files.writeString(
          folder.resolve("expected.csv"),
          new ExpectedFigures(plan, calls.versions(), cases.versions()).csv(),
          StandardCharsets.UTF_8);
      Files.writeString(
          folder.resolve("expected-activities.csv"),
          ExpectedActivities.csv(),
          StandardCharsets.UTF_8);
    } catch (IOException failure) {
      throw new UncheckedIOException("writing the sample into " + folder, failure);
    }
  }

  private static <T> void deliver(
      Path folder, Layout<T> layout, SampleQuirks quirks, Breakage<T> records) throws IOException {
    deliver(
        folder,
        layout.source(),
        new Deliveries<>(layout, quirks, new Draw(SEED + 4))
            .of(records.versions(), records.brokenLines()));
  }

  private static void deliver(Path folder, String source, List<Delivery> deliveries)
      throws IOException {
    Path below = folder.resolve("deliveries").resolve(source);
    Files.createDirectories(below);
    deliveries.forEach(delivery -> delivery.write(below));
  }
}
