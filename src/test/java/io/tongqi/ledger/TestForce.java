package io.tongqi.ledger;

import static java.util.stream.Collectors.joining;

import io.tongqi.domain.CanonicalColumn;
import io.tongqi.domain.Measure;
import io.tongqi.domain.Mode;
import io.tongqi.domain.Overlap;
import io.tongqi.domain.SourceKind;
import io.tongqi.flow.Ingestion;
import io.tongqi.report.RunLog;
import io.tongqi.settings.Settings;
import io.tongqi.settings.SettingsFile;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import io.tongqi.tables.View;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A small force with a warehouse: two districts, a station merged into another, a station closed by
 * a split, and a number that was reused.
 */
final class TestForce {
  /**
   * Which area, and which district, a station number's holders up to a last day belong to today.
   */
  record Place(String number, LocalDate until, String area, String district) {}

  private static final LocalDate EVER = LocalDate.of(9999, 12, 31);
  static final List<Place> PLACES =
      List.of(
          new Place("n1", EVER, "n1", "north"),
          new Place("n2", LocalDate.of(2021, 12, 31), "n1", "north"),
          new Place("n2", EVER, "n2", "south"),
          new Place("s1", EVER, "s1", "south"),
          new Place("s2", EVER, "s2", "south"),
          new Place("s3", EVER, "s3", "south"));

  static final Map<String, List<String>> GROUPS =
      Map.of(
          "burglary", List.of("all", "criminal", "theft"),
          "robbery", List.of("all", "criminal"),
          "fraud", List.of("all", "criminal"),
          "crash", List.of("all", "traffic"),
          "noise", List.of("all"));

  private final Path folder;
  private final Mode mode;
  private final Optional<Overlap> overlap;
  private final Tables tables;
  private Settings settings;
  private long clock = 1_700_000_000_000L;

  TestForce(Path folder, Mode mode, Tables tables) {
    this(folder, mode, mode == Mode.LEDGER ? Optional.of(Overlap.ADDS) : Optional.empty(), tables);
  }

  TestForce(Path folder, Mode mode, Optional<Overlap> overlap, Tables tables) {
    this.folder = folder;
    this.mode = mode;
    this.overlap = overlap;
    this.tables = tables;
    write(
        "reference/districts.csv",
        "district,name_zh,name_en,comparable_from\nnorth,北,North,\nsouth,南,South,\n");
    write(
        "reference/stations.csv",
        """
        station,valid_from,valid_to,name_zh,name_en,district,successor
        n1,2010-01-01,,甲,N1,north,
        n2,2010-01-01,2020-12-31,乙,N2,north,n1
        n2,2022-01-01,,丙,New N2,south,
        s1,2010-01-01,,丁,S1,south,
        s2,2010-01-01,2021-06-30,戊,S2,south,
        s3,2021-07-01,,己,S3,south,
        """);
    write(
        "reference/groups.csv",
        "category_group,name_zh,name_en,comparable_from\nall,全,All,\ncriminal,刑,Criminal,\ntheft,盗,Theft,\ntraffic,交,Traffic,\n");
    write(
        "reference/categories.csv",
        GROUPS.entrySet().stream()
            .flatMap(it -> it.getValue().stream().map(group -> it.getKey() + "," + group + "\n"))
            .collect(joining("", "category,category_group\n", "")));
    map("loss_cents");
  }

  /** The area and district of a cell today. */
  static Place placeOf(ReferenceLedger.Cell cell) {
    return PLACES.stream()
        .filter(it -> it.number().equals(cell.station()) && !cell.codeDay().isAfter(it.until()))
        .findFirst()
        .orElseThrow();
  }

  /** Whether an area of today existed on a day; districts and the force always did. */
  static boolean existed(String area, LocalDate day) {
    return switch (area) {
      case "n2" -> !day.isBefore(LocalDate.of(2022, 1, 1));
      case "s2" -> !day.isAfter(LocalDate.of(2021, 6, 30));
      case "s3" -> !day.isBefore(LocalDate.of(2021, 7, 1));
      default -> true;
    };
  }

  /** Some station whose number was in use on all days around the record. */
  static String stationOn(RecordVersion version, Random random) {
    LocalDate day = version.day();
    List<String> numbers = new java.util.ArrayList<>(List.of("n1", "s1"));
    if (day.isBefore(LocalDate.of(2020, 12, 1)) || day.isAfter(LocalDate.of(2022, 1, 7))) {
      numbers.add("n2");
    }
    numbers.add(
        day.isBefore(LocalDate.of(2021, 6, 20))
            ? "s2"
            : day.isAfter(LocalDate.of(2021, 7, 7)) ? "s3" : "n1");
    return numbers.get(random.nextInt(numbers.size()));
  }

  /** Writes the mapping anew, the loss by that expression. */
  TestForce map(String loss) {
    String fields =
        SourceKind.INCIDENT.columns().stream()
            .map(CanonicalColumn::column)
            .filter(column -> mode != Mode.LEDGER || !column.equals("record_id"))
            .map(
                column ->
                    "  %s: \"%s\"\n".formatted(column, column.equals("loss_cents") ? loss : column))
            .collect(joining());
    String measures = Arrays.stream(Measure.values()).map(Measure::column).collect(joining(", "));
    write(
        "records.yaml",
        """
        source: records
        root: deliveries
        files: "**"
        format: csv
        time_zone: UTC
        mode: %s
        %s
        timestamps: ["yyyy-MM-dd HH:mm:ss"]
        fields:
        %sbooks: [%s]
        covers: {name: 'covers-(\\d{4}-\\d{2}-\\d{2})-(\\d{4}-\\d{2}-\\d{2})', format: yyyy-MM-dd}
        delivered: {name: 'delivered-(\\d{4}-\\d{2}-\\d{2})', format: yyyy-MM-dd}
        quiet: [{from: 2010-01-01, to: 2030-12-31, because: so few records are silent often}]
        """
            .formatted(
                mode.column(),
                overlap
                    .map(it -> "overlap: " + it.column())
                    .orElse("version_order: " + RecordVersion.REVISION),
                fields,
                measures));
    write(
        "tongqi.yaml",
        """
        force: {code: force, name_zh: 某市, name_en: Force}
        time_zone: Asia/Shanghai
        warehouse: warehouse
        sources: [records.yaml]
        reference: reference
        years: 4
        reject_share_limit: 1.0
        moved_share_limit: 1.0
        vanish_share_limit: 1.0
        alike_share_limit: 1.0
        """);
    settings = SettingsFile.load(folder.resolve("tongqi.yaml"), Map.of());
    return this;
  }

  Settings settings() {
    return settings;
  }

  Tables tables() {
    return tables;
  }

  /** Puts files into the delivery folder, over those of the same path. */
  TestForce deliver(List<CsvDelivery> files) {
    return deliver("", files);
  }

  /** Puts files into a folder below the delivery folder. */
  TestForce deliver(String below, List<CsvDelivery> files) {
    files.forEach(file -> write("deliveries/" + below + file.path(), file.text()));
    return this;
  }

  /** Takes in what is new. */
  TestForce ingest() {
    return ingest(Set.of());
  }

  /** Takes in what is new, or all of the sources named again. */
  TestForce ingest(Set<String> remapped) {
    RunLog log =
        new RunLog(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            System::nanoTime);
    new Ingestion(tables.spark(), tables, settings, log)
        .run(remapped, LocalDate.of(2030, 12, 31))
        .refused()
        .end();
    return this;
  }

  /** The sums of the ledger by grain, without source and batch. */
  Map<ReferenceLedger.Cell, Long> ledger() {
    Map<ReferenceLedger.Cell, Long> sums = new TreeMap<>();
    for (Row row : tables.read(Table.LEDGER).collectAsList()) {
      for (Measure measure : Measure.values()) {
        sums.merge(
            new ReferenceLedger.Cell(
                day(row, "day"),
                day(row, "origin_day"),
                day(row, "recorded_on"),
                row.getAs("station"),
                row.getAs("category"),
                day(row, "code_day"),
                measure),
            row.<Long>getAs(measure.column()),
            Long::sum);
      }
    }
    sums.values().removeIf(value -> value == 0);
    return sums;
  }

  /** The sums of a view of totals, as text by its columns and measure. */
  Map<String, Long> totals(View view, List<String> columns) {
    tables.create();
    new ReferenceTables(tables).update(settings.reference());
    Map<String, Long> sums = new TreeMap<>();
    Dataset<Row> rows = tables.spark().table(view.fullName());
    for (Row row : rows.collectAsList()) {
      String key =
          columns.stream()
              .map(column -> String.valueOf(row.<Object>getAs(column)))
              .collect(joining(" "));
      for (Measure measure : Measure.values()) {
        sums.merge(key + " " + measure, row.<Long>getAs(measure.column()), Long::sum);
      }
    }
    sums.values().removeIf(value -> value == 0);
    return sums;
  }

  private static LocalDate day(Row row, String column) {
    return row.<java.sql.Date>getAs(column).toLocalDate();
  }

  private void write(String file, String text) {
    try {
      Path path = folder.resolve(file);
      Files.createDirectories(path.getParent());
      Files.writeString(path, text);
      clock += 1_000;
      Files.setLastModifiedTime(path, FileTime.fromMillis(clock));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
