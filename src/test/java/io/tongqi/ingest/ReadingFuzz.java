package io.tongqi.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;

import io.tongqi.faults.DataRefusedException;
import io.tongqi.settings.Settings;
import io.tongqi.settings.SettingsFile;
import io.tongqi.settings.SourceMapping;
import io.tongqi.tables.SparkSessions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Reads files that are spoiled at random, by a seed: in csv (with line breaks in quotes or without)
 * and JSON, in all encodings, packed or not, and in Parquet. Whatever they hold, a file is refused
 * or read; of one that is read each line is accepted, rejected or ignored, and no accepted text
 * holds a replacement character. {@code .ci/fuzz} runs it.
 */
public final class ReadingFuzz {
  private static final List<String> ENCODINGS =
      List.of("UTF-8", "GBK", "GB18030", "Big5", "ISO-8859-1", "UTF-16LE", "UTF-16BE");
  private static final List<String> SOURCES = List.of("lines", "quotes", "json");

  private final SparkSession spark;
  private final Path folder;
  private final Settings settings;
  private final Configuration configuration;
  private final Map<String, Long> outcomes = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();

  /** Reads in this folder, which is empty. */
  ReadingFuzz(SparkSession spark, Path folder) {
    this.spark = spark;
    this.folder = folder;
    this.configuration = spark.sparkContext().hadoopConfiguration();
    String stations = "station,valid_from,valid_to,name_zh,name_en,district,successor";
    write("reference/stations.csv", lines(stations, "101,2010-01-01,,甲,A,d,"));
    write("reference/districts.csv", lines("district,name_zh,name_en,comparable_from", "d,区,D,"));
    write(
        "reference/groups.csv",
        lines("category_group,name_zh,name_en,comparable_from", "all,全,A,"));
    write("reference/categories.csv", lines("category,category_group", "theft,all"));
    mapping("lines", "format: csv", 2001);
    mapping("quotes", "format: csv\ncsv: {multiline: true}", 2002);
    mapping("json", "format: json", 2003);
    mapping("columns", "format: parquet", 2004);
    write(
        "tongqi.yaml",
        """
        force: {code: f, name_zh: 甲, name_en: F}
        time_zone: Asia/Shanghai
        warehouse: warehouse
        sources: [lines.yaml, quotes.yaml, json.yaml, columns.yaml]
        reference: reference
        """
            .getBytes(StandardCharsets.UTF_8));
    this.settings = SettingsFile.load(folder.resolve("tongqi.yaml"), Map.of());
  }

  /** The numbers of text and Parquet files, and the seed. */
  public static void main(String[] arguments) throws IOException {
    int texts = Integer.parseInt(arguments[0]);
    int columns = Integer.parseInt(arguments[1]);
    long seed = Long.parseLong(arguments[2]);
    Path folder = Files.createTempDirectory("fuzz");
    SparkSessions.during(
        "fuzz",
        "local[2]",
        Map.of(),
        spark -> {
          spark.sparkContext().setLogLevel("OFF");
          ReadingFuzz fuzz = new ReadingFuzz(spark, folder);
          fuzz.readTexts(texts, seed);
          fuzz.readColumns(columns, seed);
          System.out.println("seed " + seed + ": " + fuzz.outcomes);
          fuzz.failures.forEach(System.out::println);
          if (!fuzz.failures.isEmpty()) {
            throw new IllegalStateException(fuzz.failures.size() + " files failed; see " + folder);
          }
        });
  }

  /** What became of files and rows. */
  Map<String, Long> outcomes() {
    return outcomes;
  }

  /** What should not have become of them. */
  List<String> failures() {
    return failures;
  }

  /** Spoils and reads so many text files. */
  void readTexts(int files, long seed) {
    Mutations mutations = new Mutations(seed);
    for (int first = 0; first < files; first += 1000) {
      Map<String, List<String>> paths = new TreeMap<>();
      for (int number = first; number < Math.min(files, first + 1000); number++) {
        String source = mutations.one(SOURCES);
        String encoding = mutations.one(ENCODINGS);
        byte[] sound = text(source, encoding).getBytes(Charset.forName(encoding));
        byte[] spoiled = mutations.spoiled(sound, Charset.forName(encoding));
        String path = "%s/calls-2024-06-%06d-%s.txt".formatted(source, number, encoding);
        write(path, packed(spoiled, mutations));
        paths.computeIfAbsent(source, key -> new ArrayList<>()).add(path);
      }
      paths.forEach(this::readTexts);
    }
  }

  private static String text(String source, String encoding) {
    String odd =
        switch (encoding) {
          case "ISO-8859-1" -> "arrêté";
          case "Big5" -> "許功蓋";
          default -> "盗窃报警";
        };
    String mark = encoding.startsWith("UTF-16") ? "\uFEFF" : "";
    String header = source.equals("json") ? "" : "id,station,category,reported,n,note\n";
    return IntStream.range(0, 12)
        .mapToObj(
            line ->
                source.equals("json")
                    ? "{\"id\": \"%s%d\", \"station\": \"101\", \"category\": \"theft\", \"reported\": \"2024-06-%02d 10:00:00\", \"n\": %d, \"note\": \"%s\"}"
                        .formatted(odd, line, line + 1, line, odd)
                    : "%s%d,101,theft,2024-06-%02d 10:00:00,%d,%s"
                        .formatted(
                            odd,
                            line,
                            line + 1,
                            line,
                            line % 3 > 0
                                ? odd
                                : source.equals("quotes")
                                    ? "\"" + odd + "\n\"\"x\""
                                    : "\"a," + odd + "\""))
        .collect(Collectors.joining("\n", mark + header, "\n"));
  }

  private static byte[] packed(byte[] spoiled, Mutations mutations) {
    return switch (mutations.one(List.of("plain", "plain", "plain", "gzip", "torn", "zip"))) {
      case "gzip" -> gzip(spoiled);
      case "torn" -> mutations.spoiled(gzip(spoiled), StandardCharsets.ISO_8859_1);
      case "zip" -> zip(spoiled);
      default -> spoiled;
    };
  }

  private void readTexts(String source, List<String> paths) {
    SourceMapping mapping = mapping(source);
    List<PlannedContent> contents = new ArrayList<>();
    Map<String, Long> lines = new LinkedHashMap<>();
    for (String path : paths) {
      for (DeliveredFile file : files(mapping, path)) {
        planned(mapping, file)
            .ifPresent(
                content -> {
                  contents.add(content);
                  lines.put(content.file().path(), content.lines());
                });
      }
    }
    if (contents.isEmpty()) {
      return;
    }
    for (Row row : judged(mapping, contents).collectAsList()) {
      boolean isLost =
          !mapping.csv().multiline()
              && row.<Long>getAs("read")
                  != lines.get(row.<String>getAs("_file")) - (source.equals("json") ? 0 : 1);
      check(row, isLost);
    }
  }

  private List<DeliveredFile> files(SourceMapping mapping, String path) {
    String encoding = path.replaceAll(".*\\d-(.*)\\.txt", "$1");
    Path stored = folder.resolve(path);
    DeliveredFile file =
        new DeliveredFile(
            path,
            stored.toUri().toString(),
            "",
            stored.toFile().length(),
            0,
            encoding.startsWith("UTF-16") ? "UTF-8" : encoding);
    ContentScan scan = FileScan.of(file, TextOptions.of(mapping), configuration);
    return scan.entries().isEmpty()
        ? List.of(file)
        : file.entries(scan.entries(), mapping).stream()
            .map(it -> it.in(file.charsetName()))
            .toList();
  }

  private Optional<PlannedContent> planned(SourceMapping mapping, DeliveredFile file) {
    try {
      ContentScan scan = FileScan.of(file, TextOptions.of(mapping), configuration);
      DeliveryPlan plan =
          DeliveryPlan.of(
              mapping,
              Map.of(scan.charsetName().isEmpty() ? file : file.in(scan.charsetName()), scan),
              new Receipts(List.of()),
              DeliveryPlan.Scope.ALL,
              List.copyOf(Expressions.inputColumns(spark, mapping).keySet()),
              LocalDate.of(2100, 12, 31));
      note("files read");
      return plan.contents().stream().findFirst();
    } catch (DataRefusedException refusal) {
      note("files refused");
      if (refusal.faults().get(0).length() > 2000 || refusal.faults().get(0).contains("\n")) {
        failures.add("%s is refused at length: %s".formatted(file.path(), refusal.faults()));
      }
    } catch (Exception unexpected) {
      failures.add("%s: %s".formatted(file.path(), unexpected));
    }
    return Optional.empty();
  }

  private Dataset<Row> judged(SourceMapping mapping, List<PlannedContent> contents) {
    List<String> columns = List.copyOf(Expressions.inputColumns(spark, mapping).keySet());
    Dataset<Row> rows = new DeliveredRows(spark, mapping, columns).of(contents);
    Column texts =
        concat_ws(" ", col("record_id"), col("station"), col("category"), col("clearance_kind"));
    Column isAccepted = col("reason").isNull().and(col("_ignored").isNull());
    Column isReplaced =
        texts.contains("\uFFFD").or(texts.contains(String.valueOf(FileContent.UNDECODABLE)));
    return new QualityRules(spark, mapping, settings.reference(), settings.unknownCodes())
        .judge(new CanonicalRecords(spark, mapping, settings).of(rows))
        .groupBy("_file")
        .agg(
            count(lit(1)).as("read"),
            count_if(isAccepted).as("accepted"),
            count(col("reason")).as("rejected"),
            count(col("_ignored")).as("ignored"),
            count_if(col("reason").isNotNull().and(col("detail").isNull())).as("unexplained"),
            count_if(isAccepted.and(isReplaced)).as("replaced"));
  }

  private void check(Row row, boolean isLost) {
    long read = row.getAs("read");
    long accepted = row.getAs("accepted");
    long rejected = row.getAs("rejected");
    long ignored = row.getAs("ignored");
    outcomes.merge("rows accepted", accepted, Long::sum);
    outcomes.merge("rows rejected", rejected, Long::sum);
    outcomes.merge("rows ignored", ignored, Long::sum);
    if (isLost
        || read != accepted + rejected + ignored
        || row.<Long>getAs("replaced") > 0
        || row.<Long>getAs("unexplained") > 0) {
      failures.add(row.toString());
    }
  }

  /** Spoils and reads so many Parquet files. */
  void readColumns(int files, long seed) {
    Mutations mutations = new Mutations(seed);
    SourceMapping mapping = mapping("columns");
    byte[] sound = parquet();
    for (int number = 0; number < files; number++) {
      String path = "columns/calls-2024-06-%06d-UTF-8.txt".formatted(number);
      write(path, mutations.spoiled(sound, StandardCharsets.ISO_8859_1));
      DeliveredFile file = files(mapping, path).get(0);
      planned(mapping, file)
          .ifPresent(
              content -> {
                try {
                  judged(mapping, List.of(content))
                      .collectAsList()
                      .forEach(row -> check(row, false));
                } catch (DataRefusedException refusal) {
                  note("files refused");
                } catch (Exception failure) {
                  if (ReadingFailure.of(failure, mapping).isEmpty()) {
                    failures.add("%s: %s".formatted(path, failure));
                  }
                  note("files refused while they are read");
                }
              });
    }
  }

  private byte[] parquet() {
    Path target = folder.resolve("sound");
    spark
        .range(200)
        .selectExpr(
            "concat('P', id) AS id",
            "'101' AS station",
            "'theft' AS category",
            "TIMESTAMP'2024-06-05 10:00:00' AS reported",
            "id AS n",
            "repeat('x', 20) AS note")
        .coalesce(1)
        .write()
        .parquet(target.toString());
    try (var found = Files.list(target)) {
      return Files.readAllBytes(
          found.filter(it -> it.toString().endsWith(".parquet")).findFirst().orElseThrow());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Mappings that would book one measure for different years. */
  private void mapping(String source, String format, int year) {
    write(
        source + ".yaml",
        """
        source: %s
        root: %s
        files: "**"
        %s
        fields: {record_id: id, station: station, category: category, reported_at: reported, count: n, clearance_kind: note}
        books: [{measure: incidents_reported, from: %s-01-01, to: %s-12-31}]
        covers: {name: '(\\d{4}-\\d{2})', format: yyyy-MM}
        """
            .formatted(source, source, format, year, year)
            .getBytes(StandardCharsets.UTF_8));
  }

  private SourceMapping mapping(String source) {
    return settings.sources().stream()
        .filter(it -> it.source().equals(source))
        .findFirst()
        .orElseThrow();
  }

  private static byte[] lines(String... lines) {
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  private void note(String outcome) {
    outcomes.merge(outcome, 1L, Long::sum);
  }

  private void write(String path, byte[] content) {
    try {
      Files.createDirectories(folder.resolve(path).getParent());
      Files.write(folder.resolve(path), content);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream zipped = new GZIPOutputStream(bytes)) {
      zipped.write(content);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zipped = new ZipOutputStream(bytes)) {
      zipped.putNextEntry(new ZipEntry("calls.txt"));
      zipped.write(content);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }
}
