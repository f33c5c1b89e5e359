package io.tongqi.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
  @Test
  void shouldAlignChineseTexts() {
    // given
    TextTable table =
        new TextTable(
            List.of("name", "n"),
            List.of(List.of("高明区", "1"), List.of("é (e\u0301)", "22"), List.of("（全角）", "")));

    // then
    assertThat(table.grid())
        .isEqualTo(
            """
            +--------+--+
            |name    |n |
            +--------+--+
            |高明区  |1 |
            |é (e\u0301)   |22|
            |（全角）|  |
            +--------+--+
            """);
  }

  @Test
  void shouldShowTheLinesOfACell() {
    assertThat(new TextTable(List.of("a", "b"), List.of(List.of("x\ny", "z"))).grid())
        .isEqualTo(
            """
            +-+-+
            |a|b|
            +-+-+
            |x|z|
            |y| |
            +-+-+
            """);
  }

  @Test
  void shouldShowWhatATerminalWouldObey() {
    assertThat(new TextTable(List.of("a"), List.of(List.of("\u001b[31mred\t"))).grid())
        .contains("|\\u001b[31mred\\u0009|");
  }

  @Test
  void shouldWriteMarkdown() {
    assertThat(new TextTable(List.of("a", "b"), List.of(List.of("x|y", "1\n2"))).markdown())
        .isEqualTo("| a | b |\n| --- | --- |\n| x\\|y | 1<br>2 |\n");
  }

  @Test
  void shouldBreakLinesWhereTheLanguageDoes() {
    assertThat(TextTable.wrapped("incidents reported fell", 12))
        .isEqualTo("incidents\nreported\nfell");
    assertThat(TextTable.wrapped("盗窃警情同比下降，创十年最好", 10)).isEqualTo("盗窃警情同\n比下降，创\n十年最好");
    assertThat(TextTable.wrapped("short", 10)).isEqualTo("short");
  }
}
