package io.tongqi.command;

import io.tongqi.publish.Database;
import io.tongqi.publish.Publication;
import io.tongqi.publish.Publication.Counts;
import io.tongqi.publish.Publication.Replaced;
import io.tongqi.publish.PublishedSchema;
import io.tongqi.release.Release;
import io.tongqi.settings.Settings;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tongqi publish}. */
@Command(
    name = "publish",
    mixinStandardHelpOptions = true,
    description =
        "Puts the tables and views of gold, as they stood at a release (default: the newest), into a schema of a "
            + "database of PostgreSQL, for programs that cannot read Delta. Readers see the release before or this one, in "
            + "all tables. User and password come from PGUSER and PGPASSWORD, else from ~/.pgpass.",
    footerHeading = "%nExample:%n",
    footer = "  tongqi publish --to jdbc:postgresql://db.example.org/figures")
public final class PublishCommand implements Callable<Integer> {
  @Mixin private Conf conf;
  @Mixin private AtRelease release;

  @Option(
      names = "--to",
      paramLabel = "URL",
      required = true,
      description = "the database: jdbc:postgresql://HOST[:PORT]/DATABASE[?sslmode=verify-full…]")
  private String address;

  @Option(
      names = "--schema",
      paramLabel = "NAME",
      defaultValue = "tongqi",
      description =
          "the schema in it, created where it is missing (default: ${DEFAULT-VALUE}); it is Tongqi's own")
  private String schema;

  @Option(
      names = "--replace-newer",
      description = "replace the release that is there even if it is newer")
  private boolean isBackwards;

  @Override
  public Integer call() {
    Settings settings = conf.settings();
    try (Database database = Database.connect(address, System.getenv())) {
      PublishedSchema published = new PublishedSchema(database, schema);
      Opened.tables(
          "publish",
          settings,
          tables -> {
            String text =
                release.readRelease(
                    tables,
                    "publishing",
                    it -> publish(new Publication(tables, it, settings.force()), published));
            System.out.println(text);
          });
    }
    return 0;
  }

  private String publish(Publication publication, PublishedSchema published) {
    Map<String, Counts> counts =
        publication.to(published, isBackwards ? Replaced.ANY : Replaced.NOT_NEWER);
    Release release = publication.release();
    StringBuilder text =
        new StringBuilder(
            "published release %s (as of %s, as known at %s) to %s"
                .formatted(
                    release.id(), release.asOf(), release.knownAt(), published.database().name()));
    for (Map.Entry<String, Counts> table : counts.entrySet()) {
      text.append(
          "%n%-30s %,13d rows, %,13d of them written"
              .formatted(
                  schema + "." + table.getKey(),
                  table.getValue().held(),
                  table.getValue().written()));
    }
    return text.toString();
  }
}
