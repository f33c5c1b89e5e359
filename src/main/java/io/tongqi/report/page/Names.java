package io.tongqi.report.page;

import io.tongqi.domain.Area;
import io.tongqi.domain.Bilingual;
import io.tongqi.reference.Station;
import io.tongqi.settings.Settings;
import java.util.Comparator;

/** What areas and category groups are called. */
public record Names(Settings settings) {
  /** The name of an area; of a station the one it bore last. */
  public Bilingual of(Area area) {
    return switch (area.level()) {
      case FORCE -> settings.force().name();
      case DISTRICT ->
          settings.reference().districts().stream()
              .filter(it -> it.district().equals(area.code()))
              .findFirst()
              .map(it -> new Bilingual(it.nameZh(), it.nameEn()))
              .orElseGet(() -> same(area.code()));
      case STATION ->
          settings.reference().stations().stream()
              .filter(it -> it.station().equals(area.code()))
              .max(Comparator.comparing(Station::validFrom))
              .map(it -> new Bilingual(it.nameZh(), it.nameEn()))
              .orElseGet(() -> same(area.code()));
    };
  }

  /** The name of a category group. */
  public Bilingual ofGroup(String group) {
    return settings.reference().groups().stream()
        .filter(it -> it.categoryGroup().equals(group))
        .findFirst()
        .map(it -> new Bilingual(it.nameZh(), it.nameEn()))
        .orElseGet(() -> same(group));
  }

  private static Bilingual same(String code) {
    return new Bilingual(code, code);
  }
}
