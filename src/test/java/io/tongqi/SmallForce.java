package io.tongqi;

import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A force of two stations in a folder of its own: settings, the mapping {@code calls.yaml},
 * reference data and deliveries, with the command line to run on them.
 */
public final class SmallForce {
  /** The header line of a delivery that fits the mapping. */
  public static final String HEADER = "no,count,station,category,reported,filed,cleared,loss";

  private static final List<Table> BOOKED =
      List.of(Table.RECEIPTS, Table.RECORD_VERSIONS, Table.QUARANTINE, Table.LEDGER);

  private static final String SETTINGS =
      """
      force: {code: smallton, name_zh: 小城, name_en: Smallton}
      time_zone: Asia/Shanghai
      warehouse: warehouse
      sources: [calls.yaml]
      reference: reference
      years: 2
      """;

  private static final String CALLS =
      """
      source: calls
      root: calls
      files: "*.csv*"
      format: csv
      mode: changes
      timestamps: ["yyyy-MM-dd HH:mm", "yyyy-MM-dd"]
      fields:
        record_id: no
        count: count
        station: station
        category: category
        reported_at: reported
        filed_at: filed
        cleared_at: cleared
        loss_cents: cast(cast(loss as decimal(18,2)) * 100 as bigint)
      books: [incidents_reported, cases_filed, cases_cleared, loss_cents]
      covers: {name: 'calls-(\\d{4}-\\d{2})', format: yyyy-MM}
      """;

  private static final String REGISTERS =
      """
      source: registers
      kind: activity
      root: registers
      files: "*.csv"
      format: csv
      mode: ledger
      timestamps: ["yyyy-MM-dd"]
      fields: {station: station, activity: item, occurred_at: day, quantity: amount}
      activities: [leaflets]
      covers: {name: 'registers-(\\d{4}-\\d{2})', format: yyyy-MM}
      """;

  private static final String ACTIVITIES =
      """
      activity,kind,name_zh,name_en,unit_zh,unit_en,better,per
      leaflets,flow,传单,Leaflets,份,leaflets,higher,
      """;

  private static final Map<String, String> REFERENCE =
      Map.of(
          "stations.csv",
          """
          station,valid_from,valid_to,name_zh,name_en,district,successor
          101,2010-01-01,,东街,East Street,centre,
          102,2010-01-01,,西街,West Street,centre,
          """,
          "districts.csv",
          "district,name_zh,name_en,comparable_from\ncentre,中区,Centre,\n",
          "groups.csv",
          "category_group,name_zh,name_en,comparable_from\nall,全部,All,\ntheft,盗窃,Theft,\n",
          "categories.csv",
          "category,category_group\nbicycle,theft\nbicycle,all\nbrawl,all\n");

  private final Path folder;

  /** What a command did. */
  public record Outcome(int code, String out, String err) {}

  /** Writes settings, mapping and reference data into the folder; no deliveries yet. */
  public SmallForce(Path folder) {
    this.folder = folder;
    FileUtils.deleteQuietly(path("calls").toFile());
    write("tongqi.yaml", SETTINGS);
    write("calls.yaml", CALLS);
    REFERENCE.forEach((file, text) -> write("reference/" + file, text));
  }

  /** A file or folder of the force. */
  public Path path(String file) {
    return folder.resolve(file);
  }

  /** Writes a file of the force. */
  public SmallForce write(String file, String text) {
    return write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes a file of the force. */
  public SmallForce write(String file, byte[] content) {
    try {
      Files.createDirectories(path(file).getParent());
      Files.write(path(file), content);
      return this;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Writes a delivery of the call system: the header and these lines. */
  public SmallForce deliver(String name, String... lines) {
    return write("calls/" + name, HEADER + "\n" + String.join("\n", lines) + "\n");
  }

  /** Adds a register of activities, {@code registers.yaml}, and its delivery of a month. */
  public SmallForce withRegister(String month, String... lines) {
    return edit("tongqi.yaml", "sources: [calls.yaml]", "sources: [calls.yaml, registers.yaml]")
        .write("registers.yaml", REGISTERS)
        .write("reference/activities.csv", ACTIVITIES)
        .write(
            "registers/registers-%s.csv".formatted(month),
            "station,item,day,amount\n" + String.join("\n", lines) + "\n");
  }

  /**
   * Runs the nights of 31 May and 1 June 2024, between which a record of May came late and one was
   * cleared.
   */
  public SmallForce twoNights() {
    deliver("calls-2023-05.csv", "A1,2,101,bicycle,2023-05-05,2023-05-05,,10");
    deliver("calls-2024-05.csv", "B1,1,101,bicycle,2024-05-05,2024-05-05,,12.50");
    night("2024-05-31");
    deliver(
        "calls-2024-05.csv",
        "B1,1,101,bicycle,2024-05-05,2024-05-05,2024-05-20,12.50",
        "B2,1,102,bicycle,2024-05-06,2024-05-06,,30");
    night("2024-06-01");
    return this;
  }

  private void night(String asOf) {
    Outcome night = run("nightly", "--as-of", asOf);
    if (!night.err().isEmpty()) {
      throw new AssertionError("the night of " + asOf + ": " + night.err());
    }
  }

  /** Replaces a text that stands in a file of the force. */
  public SmallForce edit(String file, String text, String replacement) {
    String before = read(file);
    if (!before.contains(text)) {
      throw new IllegalArgumentException(file + " does not contain " + text);
    }
    return write(file, before.replace(text, replacement));
  }

  /** The text of a file of the force. */
  public String read(String file) {
    try {
      return Files.readString(path(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Runs a command with the settings of the force. */
  public Outcome run(String... command) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.add("--conf");
    arguments.add(path("tongqi.yaml").toString());
    return tongqi(arguments.toArray(String[]::new));
  }

  /** Runs a command; its outputs name the folder of the force as FORCE. */
  public Outcome tongqi(String... arguments) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    ByteArrayOutputStream complained = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
      int code = Main.execute(arguments);
      return new Outcome(code, text(printed), text(complained));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  /** How many rows each table has that a batch writes to. */
  public Map<String, Long> rows(SparkSession spark) {
    Tables tables = new Tables(spark, path("warehouse").toString());
    Map<String, Long> rows = new TreeMap<>();
    BOOKED.forEach(table -> rows.put(table.fullName(), tables.read(table).count()));
    return rows;
  }

  /** The rows of a query on the tables of the force, each as its values joined by blanks. */
  public List<String> query(SparkSession spark, String sql) {
    new Tables(spark, path("warehouse").toString()).create();
    return spark.sql(sql).collectAsList().stream().map(SmallForce::text).toList();
  }

  private static String text(Row row) {
    return row.mkString(" ");
  }

  private String text(ByteArrayOutputStream bytes) {
    return bytes.toString(StandardCharsets.UTF_8).replace(folder.toString(), "FORCE");
  }
}
