package io.tongqi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;

/** Blanks around a value are cut off bytes as they are cut off text. */
class BlanksTest {
  private static final List<String> PIECES =
      List.of(
          " ", "\t", "\0", "\u00A0", "\u0085", "\u2003", "\u200B", "\u202F", "\u3000", "\uFEFF",
          "\u1680", "\u2060", "a", "7", "é", "Â", "报", "。", "ー", "\uFFFD", "ﾂ", "😀");

  @Test
  void shouldCutTheSameOffBytesAsOffText() {
    Random random = new Random(3);

    for (int count = 0; count < 20_000; count++) {
      StringBuilder text = new StringBuilder();
      random.ints(random.nextInt(8), 0, PIECES.size()).forEach(it -> text.append(PIECES.get(it)));
      String trimmed = Blanks.trimmed(text.toString());
      UTF8String bytes = Blanks.trimmed(text.toString().getBytes(StandardCharsets.UTF_8));

      assertThat(bytes == null ? "" : bytes.toString()).as(text.toString()).isEqualTo(trimmed);
    }
  }

  @Test
  void shouldLeaveBytesThatAreNoText() {
    byte[] bytes = {' ', (byte) 0xE3, (byte) 0x80, ' ', (byte) 0xC2};

    assertThat(Blanks.trimmed(bytes).getBytes()).containsExactly(0xE3, 0x80, 0x20, 0xC2);
  }

  @Test
  void shouldMakeTheInvisibleVisible() {
    assertThat(Visible.text(" 20\u00A0a b\t\u200B ")).isEqualTo("␣20\\u00A0a b\\u0009\\u200B␣");
    assertThat(Visible.text("x".repeat(3000))).isEqualTo("x".repeat(200) + "… (3,000 characters)");
    assertThat(Visible.text((String) null)).isNull();
  }
}
