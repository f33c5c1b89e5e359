package io.tongqi.command;

import io.tongqi.bulletin.BulletinReader;
import io.tongqi.domain.Area;
import io.tongqi.domain.AreaLevel;
import io.tongqi.domain.Language;
import io.tongqi.export.Chromium;
import io.tongqi.export.PageFile;
import io.tongqi.faults.SettingsException;
import io.tongqi.reference.AreaLevels;
import io.tongqi.report.page.Bulletin;
import io.tongqi.report.page.BulletinPage;
import io.tongqi.settings.BulletinFile;
import io.tongqi.settings.Settings;
import io.tongqi.tables.Tables;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tongqi bulletin}. */
@Command(
    name = "bulletin",
    mixinStandardHelpOptions = true,
    description =
        "Writes the report card of an area and a window as one page of HTML that needs no network, and as a "
            + "PDF: the figures with what defends each, and what the records cannot carry.",
    footerHeading = "%nExample:%n",
    footer =
        "  tongqi bulletin --area gaoming --lang zh --figures conf/bulletins/half-year.yaml --pdf")
public final class BulletinCommand implements Callable<Integer> {
  @Mixin private Conf conf;
  @Mixin private ChosenRelease release;

  @Option(
      names = "--area",
      paramLabel = "CODE",
      description = "a district (default: the whole force)")
  private String areaCode;

  @Option(
      names = "--window",
      paramLabel = "NAME",
      defaultValue = "last_half",
      description = "the window (default: ${DEFAULT-VALUE})")
  private String window;

  @Option(
      names = "--lang",
      paramLabel = "LANGUAGE",
      description = "zh or en (default: the machine's own)")
  private Language language = Language.of(Locale.getDefault());

  @Option(
      names = "--figures",
      paramLabel = "FILE",
      description = "chooses the figures and parts, as docs/bulletin.md tells")
  private Path figures;

  @Option(names = "--pdf", description = "write a PDF, too; needs Chromium")
  private boolean isPdfWanted;

  @Option(
      names = "--to",
      paramLabel = "FOLDER",
      defaultValue = ".",
      description = "where to (default: the current folder)")
  private Path folder;

  @Override
  public Integer call() {
    Settings settings = conf.settings();
    Area area = AreaLevels.of(settings.force().code(), settings.reference()).area(areaCode);
    if (area.level() == AreaLevel.STATION) {
      throw new SettingsException(
          List.of(
              "writing a bulletin of the station %s: what is published of stations are rates alone; name a district, or none for the whole force"
                  .formatted(area.code())));
    }
    BulletinFile file = figures == null ? BulletinFile.DEFAULT : BulletinFile.load(figures);
    Opened.tables("bulletin", settings, tables -> write(read(tables, settings, area, file)));
    return 0;
  }

  private Bulletin read(Tables tables, Settings settings, Area area, BulletinFile file) {
    return release.read(
        tables,
        "writing a bulletin",
        it -> BulletinReader.of(tables, settings).read(it, area, window, file));
  }

  private void write(Bulletin bulletin) {
    Path page =
        folder.resolve(
            "bulletin-%s-%s-%s.%s.html"
                .formatted(
                    bulletin.heading().place().area().code(),
                    window,
                    bulletin.heading().place().asOf(),
                    language.name().toLowerCase(Locale.ROOT)));
    PageFile.write(page, new BulletinPage(bulletin, language).html());
    System.out.println("page " + page.toAbsolutePath().normalize());
    if (isPdfWanted) {
      Path pdf = Chromium.find(System.getenv("TONGQI_CHROMIUM"), System.getenv("PATH")).print(page);
      System.out.println("pdf  " + pdf.toAbsolutePath().normalize());
    }
  }
}
