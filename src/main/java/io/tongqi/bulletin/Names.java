package io.tongqi.bulletin;

import io.tongqi.domain.Area;
import io.tongqi.domain.Bilingual;
import io.tongqi.settings.Settings;

/** The names of the force and its districts. */
public record Names(Settings settings) {
  /** The name of the force or a district. */
  public Bilingual of(Area area) {
    return settings.reference().districts().stream()
        .filter(it -> it.district().equals(area.code()))
        .findFirst()
        .map(it -> new Bilingual(it.nameZh(), it.nameEn()))
        .orElseGet(() -> settings.force().name());
  }
}
