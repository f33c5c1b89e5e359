package io.tongqi.settings;

import io.tongqi.domain.Bilingual;

/**
 * The police force whose figures these are.
 *
 * @param code its code in `area`
 * @param nameZh its Chinese name
 * @param nameEn its English name
 */
public record Force(String code, String nameZh, String nameEn) {
  /** Its name in both languages. */
  public Bilingual name() {
    return new Bilingual(nameZh, nameEn);
  }
}
