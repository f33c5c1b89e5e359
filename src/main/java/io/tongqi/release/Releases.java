package io.tongqi.release;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_json;
import static org.apache.spark.sql.functions.lit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tongqi.faults.SettingsException;
import io.tongqi.ingest.Batches;
import io.tongqi.settings.Settings;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import javax.annotation.Nullable;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** The releases of a warehouse. */
public final class Releases {
  private static final DataType TABLE_VERSIONS =
      DataTypes.createMapType(DataTypes.StringType, DataTypes.LongType);
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Comparator<Release> IN_ORDER =
      Comparator.comparing(Release::id, Release.ORDER);

  private final SparkSession spark;
  private final Tables tables;

  /** Of these tables. */
  public Releases(SparkSession spark, Tables tables) {
    this.spark = spark;
    this.tables = tables;
  }

  /** Writes the release row that makes a finished run visible as a whole. */
  public Release publish(Settings settings, LocalDate asOf, LocalDate knownAt) {
    Map<String, Long> versions = new TreeMap<>();
    for (Table table : Table.values()) {
      if (table != Table.RELEASES) {
        versions.put(table.fullName(), tables.version(table));
      }
    }
    Release release =
        new Release(
            nextId(asOf),
            asOf,
            knownAt,
            settings.years(),
            new Batches(tables).finished(),
            mappingHashes(settings),
            settings.reference().hash(),
            windowsHash(settings),
            versions);
    tables.append(
        Table.RELEASES,
        spark.createDataFrame(List.of(row(release)), Table.RELEASES.columns()),
        "release " + release.id() + "@" + tables.version(Table.RELEASES));
    return release;
  }

  /**
   * A release whose figures can be computed again, by its id.
   *
   * @throws SettingsException when there is none, or reference data, mappings, windows or years are
   *     no longer those it was computed with
   */
  public Release reproducible(String id, Settings settings) {
    Release release = named(id);
    Map<String, Boolean> same = new LinkedHashMap<>();
    same.put("reference data", release.referenceHash().equals(settings.reference().hash()));
    same.put("mappings", release.mappingHashes().equals(mappingHashes(settings)));
    same.put("windows", release.windowsHash().equals(windowsHash(settings)));
    same.put("years", release.years() == settings.years());
    List<String> faults =
        same.entrySet().stream()
            .filter(it -> !it.getValue())
            .map(
                it ->
                    "reproducing release %s: the %s are no longer those that it was computed with; restore them in %s"
                        .formatted(id, it.getKey(), settings.file()))
            .toList();
    if (!faults.isEmpty()) {
      throw new SettingsException(faults);
    }
    return release;
  }

  /**
   * A release by its id.
   *
   * @throws SettingsException when there is none
   */
  public Release named(String id) {
    List<Row> held =
        tables.exists(Table.RELEASES) ? tables.read(Table.RELEASES).collectAsList() : List.of();
    List<Row> found =
        held.stream().filter(row -> row.<String>getAs("release_id").equals(id)).toList();
    if (found.isEmpty()) {
      List<String> known =
          held.stream().map(row -> row.<String>getAs("release_id")).sorted().toList();
      throw new SettingsException(
          List.of(
              "looking up release %s: there is none; known are: %s"
                  .formatted(id, String.join(", ", known))));
    }
    return release(found.get(0));
  }

  /**
   * The release that is meant: that of an id, else the newest of a day, else the newest of all.
   *
   * @param doing what it is for, and what to do where there is none, for the message
   * @throws SettingsException when there is none
   */
  public Release chosen(
      @Nullable String id, @Nullable LocalDate asOf, String doing, String remedy) {
    if (id != null) {
      return named(id);
    }
    Optional<Release> release = asOf == null ? newest() : newest(asOf);
    return release.orElseThrow(
        () ->
            new SettingsException(
                List.of(
                    "%s: there is no release%s; %s"
                        .formatted(doing, asOf == null ? "" : " of " + asOf, remedy))));
  }

  /** The newest release of a day. */
  public Optional<Release> newest(LocalDate asOf) {
    return newest(col("as_of").equalTo(Date.valueOf(asOf)));
  }

  /** The newest release of the newest day. */
  public Optional<Release> newest() {
    return newest(lit(true));
  }

  private Optional<Release> newest(Column condition) {
    return tables.read(Table.RELEASES).where(condition).collectAsList().stream()
        .map(Releases::release)
        .max(IN_ORDER);
  }

  /** The newest release of each day whose figures gold still holds, the newest first. */
  public List<Release> standing() {
    Set<LocalDate> held = Set.copyOf(Retention.held(tables));
    return tables.read(Table.RELEASES).collectAsList().stream()
        .map(Releases::release)
        .filter(it -> held.contains(it.asOf()))
        .collect(Collectors.toMap(Release::asOf, it -> it, BinaryOperator.maxBy(IN_ORDER)))
        .values()
        .stream()
        .sorted(IN_ORDER.reversed())
        .toList();
  }

  /** The rows of all releases that there were when this one was made, and its own. */
  public Dataset<Row> upTo(Release release) {
    String facts = Table.PERIOD_FACTS.fullName();
    return tables
        .read(Table.RELEASES)
        .where(
            from_json(col("table_versions"), TABLE_VERSIONS)
                .getItem(facts)
                .leq(release.tableVersions().get(facts)));
  }

  /** Where to read what a release said, when the files that it names were removed. */
  public String whereToRead(String id) {
    Release release = named(id);
    Release newest = newest(release.asOf()).orElseThrow();
    return "reading release %s: its files were removed when they were older than release_days allows; %s"
        .formatted(
            id,
            newest.id().equals(id)
                ? "its figures stand unchanged in gold where as_of = DATE'%s': read them without --release"
                    .formatted(release.asOf())
                : "it was replaced by release %s, which stands in gold where as_of = DATE'%s'"
                    .formatted(newest.id(), release.asOf()));
  }

  private String nextId(LocalDate asOf) {
    long earlier =
        tables.read(Table.RELEASES).where(col("as_of").equalTo(Date.valueOf(asOf))).count();
    return asOf + "." + (earlier + 1);
  }

  private static String mappingHashes(Settings settings) {
    return settings.sources().stream()
        .map(it -> it.source() + "=" + settings.figuresHash(it))
        .sorted()
        .collect(Collectors.joining(","));
  }

  private static String windowsHash(Settings settings) {
    return DigestUtils.sha256Hex(
        String.valueOf(new TreeMap<>(settings.windows())).getBytes(StandardCharsets.UTF_8));
  }

  private static Row row(Release it) {
    try {
      return RowFactory.create(
          it.id(),
          Date.valueOf(it.asOf()),
          Date.valueOf(it.knownAt()),
          it.years(),
          String.join(",", it.batches()),
          it.mappingHashes(),
          it.referenceHash(),
          it.windowsHash(),
          JSON.writeValueAsString(it.tableVersions()));
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("writing the table versions of a release", failure);
    }
  }

  private static Release release(Row row) {
    try {
      String batches = row.getAs("batches");
      return new Release(
          row.getAs("release_id"),
          row.<Date>getAs("as_of").toLocalDate(),
          row.<Date>getAs("known_at").toLocalDate(),
          row.getAs("years"),
          batches.isEmpty() ? Set.of() : new TreeSet<>(List.of(batches.split(",", -1))),
          row.getAs("mapping_hashes"),
          row.getAs("reference_hash"),
          row.getAs("windows_hash"),
          JSON.readValue(row.<String>getAs("table_versions"), new TypeReference<>() {}));
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("reading the table versions of a release", failure);
    }
  }
}
