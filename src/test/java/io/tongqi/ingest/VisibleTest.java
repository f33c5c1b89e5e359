package io.tongqi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTest {
  @Test
  void shouldShowWhatCannotBeSeen() {
    assertThat(Visible.text((String) null)).isNull();
    assertThat(Visible.text(" a b\u0000\u3000")).isEqualTo("␣a b\\u0000\\u3000");
  }

  @Test
  void shouldEndSomewhereHoweverLongTheTextOrItsInvisibleCharacters() {
    assertThat(Visible.text("a".repeat(200))).isEqualTo("a".repeat(200));
    assertThat(Visible.text("a".repeat(12345)))
        .isEqualTo("a".repeat(200) + "… (12,345 characters)");
    assertThat(Visible.text("\u0000".repeat(246)))
        .hasSizeLessThan(230)
        .endsWith("… (246 characters)");
  }
}
