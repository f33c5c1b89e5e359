package io.tongqi.command;

import io.tongqi.bulletin.Site;
import io.tongqi.faults.SettingsException;
import io.tongqi.release.Release;
import io.tongqi.release.Releases;
import io.tongqi.settings.BulletinFile;
import io.tongqi.settings.Settings;
import io.tongqi.tables.Tables;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tongqi site}. */
@Command(
    name = "site",
    mixinStandardHelpOptions = true,
    description =
        "Writes a folder of bulletins that any web server can serve: every release whose figures stand, the "
            + "force and its districts, every window, in both languages, and what changed since the release before. "
            + "Called again, it writes the pages of the newest release and those that are missing.",
    footerHeading = "%nExample:%n",
    footer = "  tongqi site --window last_half --window last_year --to /srv/www/figures")
public final class SiteCommand implements Callable<Integer> {
  @Mixin private Conf conf;

  @Option(names = "--to", paramLabel = "FOLDER", required = true, description = "where to")
  private Path folder;

  @Option(
      names = "--window",
      paramLabel = "NAME",
      description = "only this window; may be given several times (default: all)")
  private Set<String> windows = Set.of();

  @Option(
      names = "--since",
      paramLabel = "DAY",
      description = "only releases of this day and later (default: all)")
  private LocalDate since = LocalDate.MIN;

  @Option(
      names = "--figures",
      paramLabel = "FILE",
      description = "chooses the figures and parts, as docs/bulletin.md tells")
  private Path figures;

  @Override
  public Integer call() {
    Settings settings = conf.settings();
    BulletinFile content = figures == null ? BulletinFile.DEFAULT : BulletinFile.load(figures);
    Opened.tables("site", settings, tables -> write(tables, settings, content));
    return 0;
  }

  private void write(Tables tables, Settings settings, BulletinFile content) {
    List<Release> releases =
        new Releases(tables.spark(), tables)
            .standing().stream().filter(it -> !it.asOf().isBefore(since)).toList();
    if (releases.isEmpty()) {
      throw new SettingsException(
          List.of("writing a site: there is no release of the days asked for; run nightly first"));
    }
    tables.name(releases.get(0).tableVersions());
    int written = new Site(tables, settings, releases, windows, content, folder).write();
    System.out.printf(
        "%d bulletins of %d releases written; begin with %s%n",
        written, releases.size(), folder.resolve("index.html").toAbsolutePath().normalize());
  }
}
