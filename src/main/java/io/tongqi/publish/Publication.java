package io.tongqi.publish;

import io.tongqi.faults.SettingsException;
import io.tongqi.release.Release;
import io.tongqi.release.Releases;
import io.tongqi.settings.Force;
import io.tongqi.tables.Relation;
import io.tongqi.tables.Table;
import io.tongqi.tables.Tables;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The tables and views of gold as they stood at a release, for a schema of PostgreSQL.
 *
 * @param tables as they stood at the release
 * @param force whose release it is
 */
public record Publication(Tables tables, Release release, Force force) {
  /** Which release may be replaced: one that is not newer than the new one, or any. */
  public enum Replaced {
    NOT_NEWER,
    ANY
  }

  /**
   * The rows of a table.
   *
   * @param held all that it has now
   * @param written those that were written: the others were there already
   */
  public record Counts(long held, long written) {}

  /**
   * Publishes it. All is one transaction, which removes and adds the rows of the days that have
   * changed: whoever reads meanwhile waits for nothing and sees the release before, in every table;
   * what others were granted, or made of the tables, stays.
   *
   * @return the rows of each table, by its name
   * @throws SettingsException when the schema holds something else, a release of another force, or
   *     one that may not be replaced
   */
  public Map<String, Counts> to(PublishedSchema schema, Replaced replaced) {
    schema.open();
    schema.held().ifPresent(held -> check(schema, held, replaced));
    PublishedDays days = PublishedDays.of(schema.database(), tables, release);
    Set<LocalDate> outdated = days.outdated();
    Set<LocalDate> changed = days.changed();
    Map<String, Counts> counts = new LinkedHashMap<>();
    for (PublishedTable table : PublishedTable.all()) {
      TableRows rows = new TableRows(schema.database(), table, rows(table.relation()));
      long written = table.isByDay() ? rows.replaceDays(outdated, changed) : rows.replaceAll();
      counts.put(table.name(), new Counts(rows.count(), written));
    }
    days.note();
    schema.tell(release, force);
    schema.database().commit();
    return counts;
  }

  private Dataset<Row> rows(Relation relation) {
    return relation == Table.RELEASES
        ? new Releases(tables.spark(), tables).upTo(release)
        : tables.spark().table(relation.fullName());
  }

  private void check(PublishedSchema schema, PublishedSchema.Held held, Replaced replaced) {
    if (!held.forceCode().equals(force.code())) {
      throw new SettingsException(
          List.of(
              "publishing release %s of %s to %s: the schema %s holds a release of %s; name another schema by --schema"
                  .formatted(
                      release.id(),
                      force.code(),
                      schema.database().name(),
                      schema.name(),
                      held.forceCode())));
    }
    boolean isNewer = Release.ORDER.compare(release.id(), held.id()) < 0;
    if (isNewer && replaced == Replaced.NOT_NEWER) {
      throw new SettingsException(
          List.of(
              "publishing release %s to %s: the schema %s holds release %s, which is newer; --replace-newer replaces it all the same"
                  .formatted(release.id(), schema.database().name(), schema.name(), held.id())));
    }
  }
}
