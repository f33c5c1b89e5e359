package io.tongqi.figures;

import io.tongqi.coverage.Evidence;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;

/** Compares each metric of each area and category group over the years, and areas with peers. */
final class DecadeComparison implements MapPartitionsFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  /** Those of gold.decade_comparison without as_of. */
  static final StructType COLUMNS =
      StructType.fromDDL(
          "vintage STRING, window STRING, area_level STRING, area STRING, category_group STRING,"
              + " metric STRING, year INT, value DOUBLE, prior_value DOUBLE, change DOUBLE,"
              + " change_pct DOUBLE, change_points DOUBLE, per_day_change_pct DOUBLE,"
              + " years_compared INT, rank INT, best_value DOUBLE, best_years STRING,"
              + " worst_value DOUBLE, worst_years STRING, peer_rank INT, peer_count INT,"
              + " record STRING, record_reason_zh STRING, record_reason_en STRING,"
              + " p_value DOUBLE, within_chance BOOLEAN");

  private final Broadcast<Evidence> evidence;
  private final PeriodPlan plan;
  private final FactColumns columns;

  private DecadeComparison(Broadcast<Evidence> evidence, PeriodPlan plan, FactColumns columns) {
    this.evidence = evidence;
    this.plan = plan;
    this.columns = columns;
  }

  /**
   * The comparison.
   *
   * @param facts the columns of gold.period_facts without as_of, and `fact`
   * @return columns {@link #COLUMNS}
   */
  static Dataset<Row> of(Dataset<Row> facts, Broadcast<Evidence> evidence, PeriodPlan plan) {
    int partitions =
        Integer.parseInt(facts.sparkSession().conf().get("spark.sql.shuffle.partitions"));
    return facts
        .repartition(
            partitions, facts.col("window"), facts.col("area_level"), facts.col("category_group"))
        .sortWithinPartitions("window", "area_level", "category_group", "area")
        .mapPartitions(
            new DecadeComparison(evidence, plan, new FactColumns(facts.schema())),
            Encoders.row(COLUMNS));
  }

  @Override
  public Iterator<Row> call(Iterator<Row> facts) {
    ComparisonRows rows = new ComparisonRows(evidence.value(), plan, columns);
    return new Iterator<>() {
      private Row next = facts.hasNext() ? facts.next() : null;
      private Iterator<Row> compared = List.<Row>of().iterator();

      @Override
      public boolean hasNext() {
        while (!compared.hasNext() && next != null) {
          compared = rows.of(nextLevel()).iterator();
        }
        return compared.hasNext();
      }

      @Override
      public Row next() {
        return compared.next();
      }

      private List<Row> nextLevel() {
        List<Row> level = new ArrayList<>();
        Row first = next;
        while (next != null && isSameLevel(first, next)) {
          level.add(next);
          next = facts.hasNext() ? facts.next() : null;
        }
        return level;
      }
    };
  }

  private static boolean isSameLevel(Row one, Row other) {
    return one.getAs("category_group").equals(other.getAs("category_group"))
        && one.getAs("area_level").equals(other.getAs("area_level"))
        && one.getAs("window").equals(other.getAs("window"));
  }
}
