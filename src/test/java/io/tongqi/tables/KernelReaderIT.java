package io.tongqi.tables;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.SparkTest;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class KernelReaderIT extends SparkTest {

  @Test
  void shouldReadGoldAsSparkDoes() throws IOException {
    // given
    tables().replaceWhere(Table.STATION_RECOVERY, "as_of = DATE'2024-06-30'", recovery(1));
    tables().replaceWhere(Table.STATION_RECOVERY, "as_of = DATE'2024-06-30'", recovery(7));
    tables().append(Table.STATION_RECOVERY, recovery(100), "more");
    tables().deleteWhere(Table.STATION_RECOVERY, "loss = 100");

    // when
    KernelReader.Rows rows = KernelReader.rows(tables().location(Table.STATION_RECOVERY));

    // then
    assertThat(rows).isEqualTo(KernelReader.rows(tables().read(Table.STATION_RECOVERY)));
    assertThat(rows.count()).isEqualTo(7);
    assertThat(rows.sums())
        .containsEntry("loss", new BigDecimal("340"))
        .containsEntry("recovery_rate", new BigDecimal("0.875"));
    assertThat(rows.values()).containsEntry("station", 7L).containsEntry("recovered", 0L);
  }

  private static Dataset<Row> recovery(int loss) {
    return SampleRows.row(spark(), Table.STATION_RECOVERY, Map.of("recovery_rate", "0.125"))
        .drop("loss")
        .crossJoin(spark().range(loss, loss + 4).toDF("loss"));
  }
}
