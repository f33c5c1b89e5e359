package io.tongqi.figures;

import io.tongqi.domain.Format;
import io.tongqi.domain.Measure;
import io.tongqi.domain.Mode;
import io.tongqi.domain.Resolution;
import io.tongqi.domain.UnknownCodes;
import io.tongqi.faults.Faults;
import io.tongqi.reference.ReferenceData;
import io.tongqi.settings.Booking;
import io.tongqi.settings.Force;
import io.tongqi.settings.Settings;
import io.tongqi.settings.SourceMapping;
import io.tongqi.tables.Table;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/**
 * A folder with the inputs of a metric and what they have to give. What the folder lacks is taken
 * from `metrics/common`: a source that books everything and has delivered all days.
 */
record MetricCase(Path folder) {
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "source",
          "records",
          "batch_id",
          "b1",
          "content_sha256",
          "c1",
          "status",
          "open",
          "mode",
          "changes");

  /** The figures of the inputs. */
  Figures figures(SparkSession spark) {
    return Figures.of(spark, settings(), request(), inputs(spark));
  }

  /** The tables that the figures are computed from. */
  Inputs inputs(SparkSession spark) {
    return new Inputs(
        rows(spark, Table.LEDGER, "ledger.csv"),
        rows(spark, Table.RECEIPTS, "receipts.csv"),
        rows(spark, Table.QUARANTINE, "quarantine.csv"));
  }

  /** What is expected of them. */
  List<Map<String, String>> expected() {
    return CsvRows.read(folder.resolve("expected.csv"));
  }

  Request request() {
    Map<String, String> request = CsvRows.read(file("request.csv")).get(0);
    return new Request(
        LocalDate.parse(request.get("as_of")),
        LocalDate.parse(request.getOrDefault("known_at", request.get("as_of"))),
        Optional.ofNullable(request.get("batches")).map(it -> Set.of(it.split(" "))));
  }

  Settings settings() {
    return new Settings(
        folder,
        new Force("force", "市局", "Force"),
        ZoneId.of("Asia/Shanghai"),
        "",
        sources(),
        reference(),
        3,
        Map.of(),
        UnknownCodes.QUARANTINE,
        0.05,
        0.05,
        "",
        Map.of());
  }

  private ReferenceData reference() {
    Faults faults = new Faults();
    ReferenceData reference =
        ReferenceData.load(
            Files.exists(folder.resolve("stations.csv")) ? folder : common(), faults);
    if (faults.count() > 0) {
      throw new IllegalArgumentException(faults.list().toString());
    }
    return reference;
  }

  private List<SourceMapping> sources() {
    Map<String, List<Map<String, String>>> bySource = new TreeMap<>();
    CsvRows.read(file("sources.csv"))
        .forEach(
            it -> bySource.computeIfAbsent(it.get("source"), key -> new ArrayList<>()).add(it));
    return bySource.entrySet().stream().map(it -> source(it.getKey(), it.getValue())).toList();
  }

  private SourceMapping source(String name, List<Map<String, String>> rows) {
    List<Booking> bookings = new ArrayList<>();
    Map<Measure, Resolution> resolutions = new EnumMap<>(Measure.class);
    for (Map<String, String> row : rows) {
      for (Measure measure : measures(row.get("measure"))) {
        bookings.add(
            new Booking(
                measure,
                row.containsKey("from") ? LocalDate.parse(row.get("from")) : null,
                row.containsKey("to") ? LocalDate.parse(row.get("to")) : null,
                row.containsKey("stations") ? Set.of(row.get("stations").split(" ")) : Set.of(),
                row.containsKey("groups") ? Set.of(row.get("groups").split(" ")) : Set.of()));
        resolutions.put(measure, Resolution.valueOf(row.getOrDefault("resolution", "DAY")));
      }
    }
    return new SourceMapping(
        folder,
        name,
        "",
        "*",
        Format.CSV,
        null,
        StandardCharsets.UTF_8,
        Map.of(),
        ZoneId.of("Asia/Shanghai"),
        Mode.CHANGES,
        Map.of(),
        Set.of(),
        List.of(),
        Map.of(),
        bookings,
        List.of(),
        Optional.empty(),
        resolutions,
        Optional.ofNullable(rows.get(0).get("versions_from")).map(LocalDate::parse),
        LocalDate.of(1950, 1, 1),
        LocalDate.of(2100, 12, 31),
        "");
  }

  private static List<Measure> measures(String column) {
    return Arrays.stream(Measure.values())
        .filter(it -> column.equals("all") || column.equals(it.column()))
        .toList();
  }

  private Dataset<Row> rows(SparkSession spark, Table table, String name) {
    List<Row> rows =
        CsvRows.read(file(name)).stream()
            .map(
                row ->
                    RowFactory.create(
                        Arrays.stream(table.columns().fields())
                            .map(field -> value(field, row))
                            .toArray()))
            .toList();
    return spark.createDataFrame(rows, table.columns());
  }

  private static Object value(StructField field, Map<String, String> row) {
    Map<String, String> values = new LinkedHashMap<>(DEFAULTS);
    values.putAll(row);
    values.putIfAbsent("code_day", row.get("origin_day"));
    String text = values.get(field.name());
    if (text == null && field.nullable()) {
      return null;
    }
    DataType type = field.dataType();
    if (type.equals(DataTypes.LongType)) {
      return text == null ? 0L : Long.parseLong(text);
    }
    if (type.equals(DataTypes.BooleanType)) {
      return Boolean.valueOf(text);
    }
    if (type.equals(DataTypes.DateType)) {
      return LocalDate.parse(text);
    }
    return type.equals(DataTypes.TimestampType) ? Instant.EPOCH : String.valueOf(text);
  }

  private Path file(String name) {
    Path own = folder.resolve(name);
    return Files.exists(own) ? own : common().resolve(name);
  }

  private Path common() {
    return folder.getParent().getParent().resolve("common");
  }
}
