package io.tongqi.publish;

import io.tongqi.faults.SettingsException;
import io.tongqi.faults.TryAgainException;
import io.tongqi.release.Release;
import io.tongqi.settings.Force;
import io.tongqi.tables.SqlFile;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The schema of a database that holds one release; nobody else publishes into it meanwhile.
 *
 * @param name its name
 */
public record PublishedSchema(Database database, String name) {
  private static final Pattern NAME = Pattern.compile("(?!pg_)[a-z_][a-z0-9_]{0,62}");

  /** A release that it holds, and whose. */
  record Held(String id, String forceCode) {}

  /**
   * The schema of that name, whether it is there or not.
   *
   * @throws SettingsException when that is no name of a schema
   * @throws TryAgainException when somebody else publishes into it now
   */
  public PublishedSchema {
    if (!NAME.matcher(name).matches()) {
      throw new SettingsException(
          List.of(
              "publishing into the schema %s: that is no name for one; use lower-case letters, digits and underscores"
                  .formatted(name)));
    }
    String lock = "tongqi publish " + name;
    String taken = "SELECT 1 WHERE pg_try_advisory_xact_lock(hashtextextended(?, 0))";
    if (database.query(taken, lock).isEmpty()) {
      throw new TryAgainException(
          List.of(
              "publishing to %s: somebody else publishes into the schema %s now (%s); run it again when that has ended"
                  .formatted(database.name(), name, holder(database, lock))));
    }
  }

  private static String holder(Database database, String lock) {
    return database
        .query(
            """
            SELECT format('process %s of the server, since %s', pid, date_trunc('second', xact_start))
            FROM pg_locks JOIN pg_stat_activity USING (pid)
            WHERE locktype = 'advisory' AND granted
              AND (classid::bigint << 32) | objid::bigint = hashtextextended(?, 0)""",
            lock)
        .stream()
        .map(it -> it.get(0))
        .findFirst()
        .orElse("it has just ended");
  }

  /**
   * Creates what is missing; where the columns of a table have changed, it is made anew, and all
   * days have to be written.
   *
   * @throws SettingsException when there is a table that others made
   */
  void open() {
    if (database.query("SELECT 1 FROM pg_namespace WHERE nspname = ?", name).isEmpty()) {
      database.execute("CREATE SCHEMA " + PublishedTable.quoted(name));
    }
    database.execute("SET LOCAL search_path TO " + PublishedTable.quoted(name));
    if (database.query("SELECT 1 WHERE to_regclass('published_release') IS NOT NULL").isEmpty()) {
      PublishedTable.all().stream()
          .filter(it -> !columns(it).isEmpty())
          .findFirst()
          .ifPresent(this::refuse);
    }
    database.execute(SqlFile.read("publish/tables.sql"));
    for (PublishedTable table : PublishedTable.all()) {
      if (!columns(table).equals(table.columns())) {
        database.execute("UPDATE published_days SET content = ''");
        database.execute("DROP TABLE IF EXISTS " + PublishedTable.quoted(table.name()));
        database.execute(table.ddl());
      }
      database.execute(table.comments());
    }
  }

  private void refuse(PublishedTable foreign) {
    throw new SettingsException(
        List.of(
            "publishing to %s: the schema %s holds a table %s that Tongqi did not make; name another schema by --schema"
                .formatted(database.name(), name, foreign.name())));
  }

  private List<String> columns(PublishedTable table) {
    return database
        .query(SqlFile.read("publish/columns.sql"), PublishedTable.quoted(table.name()))
        .stream()
        .map(it -> it.get(0))
        .toList();
  }

  /** The release that it holds. */
  Optional<Held> held() {
    return database.query("SELECT release_id, force_code FROM published_release").stream()
        .map(it -> new Held(it.get(0), it.get(1)))
        .findFirst();
  }

  /** Says which release it holds. */
  void tell(Release release, Force force) {
    database.execute("DELETE FROM published_release");
    database.query(
        "INSERT INTO published_release VALUES (?, ?, ?, ?, ?, ?, ?, clock_timestamp())",
        release.id(),
        release.asOf(),
        release.knownAt(),
        release.years(),
        force.code(),
        force.nameZh(),
        force.nameEn());
  }
}
