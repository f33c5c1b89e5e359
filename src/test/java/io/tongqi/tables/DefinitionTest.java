package io.tongqi.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionTest {
  private static final String DDL =
      """
      CREATE TABLE silver.sample (
        day DATE NOT NULL COMMENT '日期 | Day | day',
        `window` STRING COMMENT '窗口 | Window | | of the settings'
      )
      USING delta
      PARTITIONED BY (day, `window`)
      COMMENT '样例 | Sample'
      TBLPROPERTIES (
        'tongqi.schema' = '3',
        'delta.enableDeletionVectors' = 'false'
      )
      """;

  @Test
  void shouldReadColumnsPartitionsAndComment() {
    // when
    Definition definition = Definition.parse("silver.sample", DDL);

    // then
    assertThat(definition.columns().fieldNames()).containsExactly("day", "window");
    assertThat(definition.columns().fields()[0].nullable()).isFalse();
    assertThat(definition.version()).isEqualTo(3);
    assertThat(definition.partitionColumns()).isEqualTo(List.of("day", "window"));
    assertThat(definition.comment())
        .isEqualTo(new Comment("样例", "Sample", Optional.empty(), Optional.empty()));
  }

  @Test
  void shouldRefuseFileThatDefinesAnotherTable() {
    assertThatThrownBy(() -> Definition.parse("silver.ledger", DDL))
        .isInstanceOf(TableException.class)
        .hasMessageStartingWith("Reading the definition of silver.ledger: its file is not of");
  }

  @Test
  void shouldSayThatThereIsNoSuchFile() {
    assertThatThrownBy(() -> Definition.of("silver.sample"))
        .hasMessage("no SQL file /sql/tables/silver.sample.sql");
  }

  @Test
  void shouldTakeCommentApart() {
    assertThat(Comment.parse("a.b", "立案数 | Cases filed | cases | by day of filing"))
        .isEqualTo(
            new Comment(
                "立案数", "Cases filed", Optional.of("cases"), Optional.of("by day of filing")));
    assertThat(Comment.parse("a.b", "区域 | Area | | a code").unit()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "立案数", "立案数 | ", " | Cases filed", "一 | two | three | four | five"})
  void shouldRefuseCommentThatLacksADescription(String text) {
    assertThatThrownBy(() -> Comment.parse("silver.sample.day", text))
        .isInstanceOf(TableException.class)
        .hasMessage(
            "Reading the comment of silver.sample.day: \""
                + text
                + "\" is not of the form \"中文说明 | English description | unit | definition\";"
                + " write at least the first two parts.");
  }
}
