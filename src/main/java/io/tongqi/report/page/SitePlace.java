package io.tongqi.report.page;

import io.tongqi.domain.Language;
import java.util.Locale;

/**
 * Where a page stands in a site: in the folder of its language, beside its twin of the other one.
 *
 * @param page its path below the folder of its language; empty for a page that stands alone
 */
public record SitePlace(String page) {
  /** The place of a page that is no part of a site. */
  public static final SitePlace ALONE = new SitePlace("");

  /** The script that draws charts, below the site's folder. */
  public static final String SCRIPT = "echarts-6.0.0.min.js";

  /** The first page of a language. */
  public static final SitePlace INDEX = new SitePlace("index.html");

  /** Its path below the site's folder. */
  public String path(Language language) {
    return folder(language) + "/" + page;
  }

  /** The site's folder, as seen from the page. */
  String root() {
    return "../".repeat((int) page.chars().filter(it -> it == '/').count() + 1);
  }

  /** Its twin, as seen from the page. */
  String twin(Language language) {
    Language other =
        switch (language) {
          case ZH -> Language.EN;
          case EN -> Language.ZH;
        };
    return root() + path(other);
  }

  private static String folder(Language language) {
    return language.name().toLowerCase(Locale.ROOT);
  }
}
