package io.tongqi.tables;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongqi.SparkTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;

class TablesIT extends SparkTest {
  private static final CyclicBarrier BOTH_HAVE_BEGUN = new CyclicBarrier(2);
  private static final UDF1<String, String> WHEN_BOTH_HAVE_BEGUN =
      text -> {
        BOTH_HAVE_BEGUN.await(60, SECONDS);
        return text;
      };

  @Test
  void shouldAppendOnceForEachTransaction() {
    // given
    Dataset<Row> rows = memberships("('theft', 'all'), ('fraud', 'all')");

    // when
    tables().append(Table.CATEGORIES, rows, "batch-1");
    tables().append(Table.CATEGORIES, rows, "batch-1");
    tables().append(Table.CATEGORIES, rows, "batch-2");

    // then
    assertThat(tables().read(Table.CATEGORIES).count()).isEqualTo(4);
    assertThat(tables().version(Table.CATEGORIES)).isEqualTo(2);
  }

  @Test
  void shouldExchangeWhatComesOfALargeTableInMorePieces() {
    // given
    SparkSession session = spark().newSession();
    session.conf().set("spark.sql.shuffle.partitions", 4);

    // when
    SparkSessions.fitShuffles(session, 100L << 20);
    String small = session.conf().get("spark.sql.shuffle.partitions");
    SparkSessions.fitShuffles(session, 3L << 30);
    String large = session.conf().get("spark.sql.shuffle.partitions");

    // then
    assertThat(small).isEqualTo("4");
    assertThat(large).isEqualTo("96");
  }

  @Test
  void shouldAppendTheSameTransactionToEachTable() {
    // when
    tables().append(Table.CATEGORIES, memberships("('theft', 'all')"), "batch-1");
    tables().append(Table.GROUPS, SampleRows.row(spark(), Table.GROUPS, Map.of()), "batch-1");

    // then
    assertThat(tables().read(Table.CATEGORIES).count()).isOne();
    assertThat(tables().read(Table.GROUPS).count()).isOne();
  }

  @Test
  void shouldAppendOnceWhenTheCommitLandedBehindOurBack() throws Exception {
    // given
    spark()
        .udf()
        .register(
            "when_both_have_begun",
            udf(WHEN_BOTH_HAVE_BEGUN, DataTypes.StringType).asNondeterministic());
    Dataset<Row> rows =
        spark().sql("SELECT when_both_have_begun('theft') AS category, 'all' AS category_group");
    Tables tables = tables();

    // when
    CompletableFuture<Void> other =
        CompletableFuture.runAsync(() -> tables.append(Table.CATEGORIES, rows, "batch-1"));
    tables.append(Table.CATEGORIES, rows, "batch-1");
    other.get(60, SECONDS);

    // then
    assertThat(tables.read(Table.CATEGORIES).count()).isOne();
    assertThat(tables.version(Table.CATEGORIES)).isOne();
  }

  @Test
  void shouldSelectAndCastTheColumnsOfTheTable() {
    // given
    Dataset<Row> rows =
        spark().sql("SELECT true AS helper, 7 AS category_group, 'theft' AS category");

    // when
    tables().append(Table.CATEGORIES, rows, "batch-1");

    // then
    assertThat(tables().read(Table.CATEGORIES).collectAsList())
        .containsExactly(RowFactory.create("theft", "7"));
  }

  @Test
  void shouldNameTheColumnsThatAreMissing() {
    // given
    Dataset<Row> rows = spark().sql("SELECT 'theft' AS category, 'all' AS groups");

    // then
    assertThatThrownBy(() -> tables().overwrite(Table.CATEGORIES, rows))
        .isInstanceOf(TableException.class)
        .hasMessage(
            "Writing silver.categories: the rows lack the columns [category_group], they have"
                + " [category, groups]; select every column of its DDL.");
  }

  @Test
  void shouldRefuseAValueThatDoesNotFitItsColumn() {
    // given
    Dataset<Row> rows =
        SampleRows.row(spark(), Table.RELEASES, Map.of()).withColumn("years", lit(3_000_000_000L));

    // then
    assertThatThrownBy(() -> tables().append(Table.RELEASES, rows, "batch-1"))
        .hasStackTraceContaining("CAST_OVERFLOW");
    assertThat(tables().read(Table.RELEASES).count()).isZero();
  }

  @Test
  void shouldKeepCommentsWhenOverwriting() {
    // given
    tables().append(Table.CATEGORIES, memberships("('theft', 'all'), ('arson', 'all')"), "first");

    // when
    tables().overwrite(Table.CATEGORIES, memberships("('fraud', 'all')"));

    // then
    assertThat(tables().read(Table.CATEGORIES).collectAsList())
        .containsExactly(RowFactory.create("fraud", "all"));
    assertThat(tables().read(Table.CATEGORIES).schema()).isEqualTo(Table.CATEGORIES.columns());
    assertThat(tables().comment(Table.CATEGORIES)).isEqualTo(Table.CATEGORIES.comment());
  }

  @Test
  void shouldKeepRowsThatAreHeldAlready() {
    // given
    List<Row> rows = List.of(RowFactory.create("theft", "all"), RowFactory.create("fraud", "all"));

    // when
    boolean first = tables().keep(Table.CATEGORIES, rows);
    boolean inAnotherOrder = tables().keep(Table.CATEGORIES, List.of(rows.get(1), rows.get(0)));
    boolean changed = tables().keep(Table.CATEGORIES, List.of(rows.get(0)));
    boolean asAtFirst = tables().keep(Table.CATEGORIES, rows);
    tables().append(Table.CATEGORIES, memberships("('robbery', 'all')"), "batch-1");
    boolean behindOurBack = tables().keep(Table.CATEGORIES, rows);

    // then
    assertThat(first).isTrue();
    assertThat(inAnotherOrder).isFalse();
    assertThat(changed).isTrue();
    assertThat(asAtFirst).isTrue();
    assertThat(behindOurBack).isTrue();
    assertThat(tables().read(Table.CATEGORIES).collectAsList())
        .containsExactlyInAnyOrderElementsOf(rows);
  }

  @Test
  void shouldReplaceOnePartitionByOneFile() {
    // given
    tables().replaceWhere(Table.ZERO_DAYS, asOf("2024-06-29"), zeroDays("2024-06-29", 5));
    tables().replaceWhere(Table.ZERO_DAYS, asOf("2024-06-30"), zeroDays("2024-06-30", 5));

    // when
    tables().replaceWhere(Table.ZERO_DAYS, asOf("2024-06-30"), zeroDays("2024-06-30", 8));

    // then
    Dataset<Row> rows = tables().read(Table.ZERO_DAYS);
    assertThat(rows.where(asOf("2024-06-29")).count()).isEqualTo(5);
    assertThat(rows.where(asOf("2024-06-30")).count()).isEqualTo(8);
    assertThat(rows.inputFiles()).hasSize(2);
    assertThat(rows.schema()).isEqualTo(Table.ZERO_DAYS.columns());
  }

  @Test
  void shouldReplaceAPartitionByNothing() {
    // given
    tables().replaceWhere(Table.ZERO_DAYS, asOf("2024-06-30"), zeroDays("2024-06-30", 5));

    // when
    tables().replaceWhere(Table.ZERO_DAYS, asOf("2024-06-30"), zeroDays("2024-06-30", 0));

    // then
    assertThat(tables().read(Table.ZERO_DAYS).count()).isZero();
  }

  @Test
  void shouldRefuseRowsOutsideTheReplacedPartition() {
    // given
    Dataset<Row> rows = zeroDays("2024-06-29", 1);

    // then
    assertThatThrownBy(() -> tables().replaceWhere(Table.ZERO_DAYS, asOf("2024-06-30"), rows))
        .hasMessageContaining("does not conform to partial table overwrite condition");
  }

  @Test
  void shouldReadAnEarlierVersionAfterDeletingAndUpdating() {
    // given
    tables().append(Table.CATEGORIES, memberships("('theft', 'a'), ('fraud', 'a')"), "batch-1");
    long before = tables().version(Table.CATEGORIES);

    // when
    tables().deleteWhere(Table.CATEGORIES, "category = 'fraud'");
    tables().update(Table.CATEGORIES, "category = 'theft'", Map.of("category_group", "'b'"));

    // then
    assertThat(tables().read(Table.CATEGORIES).collectAsList())
        .containsExactly(RowFactory.create("theft", "b"));
    assertThat(tables().readVersion(Table.CATEGORIES, before).collectAsList())
        .containsExactlyInAnyOrder(
            RowFactory.create("theft", "a"), RowFactory.create("fraud", "a"));
  }

  @Test
  void shouldGatherSmallFiles() {
    // given
    tables().append(Table.CATEGORIES, memberships("('theft', 'all')"), "batch-1");
    tables().append(Table.CATEGORIES, memberships("('fraud', 'all')"), "batch-2");

    // when
    tables().compact(Table.CATEGORIES);
    tables().vacuum(Table.CATEGORIES, Duration.ofDays(7));

    // then
    assertThat(tables().read(Table.CATEGORIES).inputFiles()).hasSize(1);
    assertThat(tables().read(Table.CATEGORIES).count()).isEqualTo(2);
  }

  @Test
  void shouldSayThatTheTablesHaveToBeCreatedFirst() {
    // given
    Tables tables = new Tables(spark(), warehouse());
    Dataset<Row> rows = memberships("('theft', 'all')");

    // then
    assertThatThrownBy(() -> tables.append(Table.CATEGORIES, rows, "batch-1"))
        .isInstanceOf(TableException.class)
        .hasMessage(
            "Opening silver.categories: there is no table at "
                + warehouse()
                + "/silver/categories; run ingest or nightly first, which create the tables.");
  }

  private static Dataset<Row> memberships(String values) {
    return spark().sql("SELECT * FROM VALUES " + values + " AS t(category, category_group)");
  }

  private static String asOf(String day) {
    return "as_of = DATE'" + day + "'";
  }

  private static Dataset<Row> zeroDays(String asOf, int rows) {
    Dataset<Row> row =
        SampleRows.row(spark(), Table.ZERO_DAYS, Map.of("as_of", "DATE'" + asOf + "'"));
    return row.crossJoin(spark().range(0, rows, 1, 3).toDF("helper"));
  }
}
