package io.tongqi;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.tables.KernelReader;
import io.tongqi.tables.Table;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job on the committed sample, through the command line, held against its figures. */
class SampleIT extends SparkTest {
  private static final String GAOMING =
      "as_of = DATE'2024-06-30' AND window = 'last_half' AND area = 'gaoming'";

  @TempDir private static Path folder;
  private static SampleNight night;
  private static int exitCode;

  @BeforeAll
  static void runNightly() throws IOException {
    night = night(folder, "");
    exitCode = night.run();
  }

  @Test
  void shouldGiveEveryFigureOfTheSample() {
    assertThat(exitCode).isZero();
    assertThat(night.differences(spark())).isEmpty();
  }

  @Test
  void shouldLetASecondReaderReadEveryGoldTable() throws IOException {
    for (Table table : Table.values()) {
      if (table.layer().equals("gold")) {
        String location = folder.resolve("warehouse/gold/" + table.table()).toString();
        assertThat(KernelReader.rows(location))
            .as(table.fullName())
            .isEqualTo(KernelReader.rows(spark().read().format("delta").load(location)));
      }
    }
  }

  @Test
  void shouldBeUndeterminedWhenAMonthlyDeliveryIsMissing(@TempDir Path other) throws IOException {
    assertThat(night(other, "calls-2024-03").run()).isZero();

    Row record =
        spark()
            .read()
            .format("delta")
            .load(other.resolve("warehouse/gold/decade_comparison").toString())
            .where(GAOMING)
            .where(
                "vintage = 'latest' AND category_group = 'criminal' AND metric = 'zero_incident_days'")
            .first();

    assertThat(record.<String>getAs("record")).isEqualTo("undetermined");
    assertThat(record.<String>getAs("record_reason_en"))
        .isEqualTo(
            "Cannot be determined whether 2024 is the highest of the 10 same periods of 2015 to 2024:"
                + " 2024: 2024-03-01 to 2024-03-31 (31 of 182 days) is not delivered");
    assertThat(record.<String>getAs("record_reason_zh"))
        .isEqualTo("无法判定2024年是否为2015—2024年10个同期中最多的：2024年：2024-03-01至2024-03-31（182天中的31天）未收到数据");
  }

  private static SampleNight night(Path target, String withoutFile) throws IOException {
    Path deliveries = target.resolve("deliveries");
    SampleNight.deliver(deliveries, withoutFile);
    return new SampleNight(target, target.resolve("warehouse").toString(), deliveries.toString());
  }
}
