package io.tongqi.tables;

import io.tongqi.domain.Measure;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.StructType;

/**
 * Every view on the tables, each after those that it reads; its columns, comments and query stand
 * in {@code sql/views/<schema>.<view>.sql}, the type of a column in a comment behind it.
 */
public enum View implements Relation {
  STATION_AREAS("silver.station_areas"),
  STANDING_RECEIPTS("silver.standing_receipts"),
  DELIVERED_VERSIONS("silver.delivered_versions"),
  STANDING_VERSIONS("silver.standing_versions"),
  INCIDENTS("silver.incidents"),
  DAY_TOTALS("silver.day_totals"),
  MONTH_TOTALS("silver.month_totals"),
  ACTIVITIES("silver.activities"),
  RUN_HISTORY("silver.run_history"),
  HEADLINE("gold.headline"),
  RECORDS("gold.records"),
  STATION_SCORECARD("gold.station_scorecard"),
  WHAT_CHANGED("gold.what_changed");

  private static final Pattern COLUMN =
      Pattern.compile(
          "^  (?<name>\\w+) COMMENT '(?<comment>[^']*)',? -- (?<type>.+)$", Pattern.MULTILINE);
  private static final Pattern COMMENT =
      Pattern.compile("^COMMENT '(?<comment>[^']*)'$", Pattern.MULTILINE);

  private final String fullName;

  View(String fullName) {
    this.fullName = fullName;
  }

  @Override
  public String fullName() {
    return fullName;
  }

  /** The text of the DDL file: a CREATE OR REPLACE VIEW. */
  @Override
  public String ddl() {
    return SqlFile.read("views/" + fullName + ".sql", Map.of("measure", Measure.columns()));
  }

  /** The query alone, such as to be read over other versions of the tables. */
  public String query() {
    return ddl().substring(ddl().indexOf("\nAS\n") + "\nAS\n".length());
  }

  /**
   * The query alone, over other relations; texts in quotes stay.
   *
   * @param instead the names of those to read instead of the tables and views given
   */
  public String query(Map<Relation, String> instead) {
    String query = query();
    for (Map.Entry<Relation, String> other : instead.entrySet()) {
      query =
          query.replaceAll(
              "(?<!')\\b" + Pattern.quote(other.getKey().fullName()) + "\\b(?!')",
              Matcher.quoteReplacement(other.getValue()));
    }
    return query;
  }

  /**
   * The text of the DDL file for a view of another name, over other relations.
   *
   * @param names of all of them, its own among them
   */
  String ddl(Map<Relation, String> names) {
    String head = ddl().substring(0, ddl().length() - query().length());
    return head.replace("VIEW " + fullName(), "VIEW " + names.get(this)) + query(names);
  }

  @Override
  public StructType columns() {
    StructType columns = new StructType();
    Matcher column = COLUMN.matcher(ddl());
    while (column.find()) {
      columns =
          columns.add(
              column.group("name"),
              StructType.fromDDL("c " + column.group("type")).apply("c").dataType(),
              true,
              column.group("comment"));
    }
    return columns;
  }

  @Override
  public Comment comment() {
    Matcher comment = COMMENT.matcher(ddl());
    if (!comment.find()) {
      throw new TableException(
          "Reading the definition of %s: its file has no line COMMENT '…'; add it."
              .formatted(fullName));
    }
    return Comment.parse(fullName, comment.group("comment"));
  }
}
