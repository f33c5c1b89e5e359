package io.tongqi.tables;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.StructType;

/** What the DDL file of a table says. */
record Definition(
    String ddl, StructType columns, List<String> partitionColumns, Comment comment, int version) {

  private static final Pattern DDL =
      Pattern.compile(
          "(?:-- key: [^\\n]+\\n)?CREATE TABLE (?<name>\\S+) \\(\\n(?<columns>.*?)\\n\\)\\nUSING delta\\n"
              + "(?:PARTITIONED BY \\((?<partitions>[^)]*)\\)\\n)?COMMENT '(?<comment>[^']*)'\\n"
              + "TBLPROPERTIES \\(\\n  'tongqi\\.schema' = '(?<version>\\d+)',\\n.*",
          Pattern.DOTALL);
  private static final Pattern COMMA = Pattern.compile(",\\s*");

  private static final Map<String, Definition> READ = new ConcurrentHashMap<>();

  /** What the DDL file of the table called so says; the file is read once. */
  static Definition of(String fullName) {
    return READ.computeIfAbsent(fullName, Definition::ofResource);
  }

  private static Definition ofResource(String fullName) {
    return parse(fullName, SqlFile.read("tables/" + fullName + ".sql"));
  }

  /** Takes a DDL apart: the text of a file that has to define the table called so. */
  static Definition parse(String fullName, String ddl) {
    Matcher matcher = DDL.matcher(ddl);
    if (!matcher.matches() || !matcher.group("name").equals(fullName)) {
      throw new TableException(
          "Reading the definition of %s: its file is not of the form".formatted(fullName)
              + " [-- key: …] CREATE TABLE %s (…) USING delta [PARTITIONED BY (…)] COMMENT '…' TBLPROPERTIES ('tongqi.schema' = '1', …)"
                  .formatted(fullName)
              + " with each clause on a line of its own.");
    }
    String partitions = matcher.group("partitions");
    return new Definition(
        ddl.strip(),
        StructType.fromDDL(matcher.group("columns")),
        partitions == null
            ? List.of()
            : COMMA.splitAsStream(partitions.replace("`", "").strip()).toList(),
        Comment.parse(fullName, matcher.group("comment")),
        Integer.parseInt(matcher.group("version")));
  }
}
