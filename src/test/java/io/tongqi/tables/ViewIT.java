package io.tongqi.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.SparkTest;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ViewIT extends SparkTest {
  @ParameterizedTest
  @EnumSource
  void shouldHaveTheColumnsOfItsDdlWithCommentsInBothLanguages(View view) {
    // given
    tables();

    // when
    StructType live = spark().table(view.fullName()).schema();

    // then
    assertThat(live.fieldNames()).containsExactly(view.columns().fieldNames());
    assertThat(spark().sql(view.query()).schema().fieldNames())
        .as("the names in the query itself, which a view replaces by position")
        .containsExactly(view.columns().fieldNames());
    for (StructField column : live.fields()) {
      Comment comment = DataDictionary.comment(view, column);
      assertThat(comment.chinese()).as(column.name()).isNotBlank();
      assertThat(comment.english()).as(column.name()).isNotBlank();
    }
    assertThat(Stream.of(view.columns().fields()).map(StructField::dataType).toList())
        .isEqualTo(Stream.of(live.fields()).map(StructField::dataType).toList());
  }
}
