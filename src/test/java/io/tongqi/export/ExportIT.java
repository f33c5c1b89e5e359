package io.tongqi.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongqi.SparkTest;
import io.tongqi.export.Export.Kind;
import io.tongqi.faults.SettingsException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportIT extends SparkTest {
  private static final String CSV =
      String.join(
          "\r\n",
          "text,number,money,day,time",
          "'=1+1,-5,0.10,2024-06-30,2024-06-30 08:00:00",
          "\"盗窃, \"\"大\"\"\",7,,,",
          "");

  @TempDir private Path folder;

  private Export export() {
    Dataset<Row> rows =
        spark()
            .sql(
                """
                SELECT '=1+1' AS text, -5L AS number, 0.10BD AS money, DATE'2024-06-30' AS day,
                  TIMESTAMP'2024-06-30 00:00:00Z' AS time
                UNION ALL
                SELECT '盗窃, "大"', 7L, NULL, NULL, NULL""");
    return new Export("gold.headline", rows, ZoneId.of("Asia/Shanghai"));
  }

  @Test
  void shouldWriteCsvThatNoSpreadsheetRuns() throws IOException {
    // given
    Path plain = folder.resolve("plain.csv");
    Path marked = folder.resolve("marked.csv");

    // when
    export().to(plain, Kind.CSV);
    export().to(marked, Kind.CSV_WITH_MARK);

    // then
    assertThat(Files.readString(plain)).isEqualTo(CSV);
    assertThat(Files.readString(marked)).isEqualTo("\uFEFF" + Files.readString(plain));
    assertThat(folder).isDirectoryNotContaining(it -> it.toString().endsWith(".part"));
  }

  @Test
  void shouldMakeEveryBeginningOfAFormulaHarmless() {
    for (String text : List.of("=A1", "+1", "-1", "@SUM(A1)", "\tx", "\rx")) {
      assertThat(Export.harmless(text)).isEqualTo("'" + text);
    }
    assertThat(Export.harmless("a=b")).isEqualTo("a=b");
  }

  @Test
  void shouldWriteOneParquetFile() {
    // given
    Path file = folder.resolve("rows.parquet");

    // when
    export().to(file, Kind.PARQUET);

    // then
    assertThat(file).isRegularFile();
    assertThat(spark().read().parquet(file.toString()).collectAsList())
        .containsExactlyInAnyOrderElementsOf(export().rows().collectAsList());
  }

  @Test
  void shouldWriteAWorkbookOfNumbersDaysAndTimes() throws IOException {
    // given
    Path file = folder.resolve("rows.xlsx");

    // when
    export().to(file, Kind.XLSX);

    // then
    try (InputStream in = Files.newInputStream(file);
        ReadableWorkbook workbook = new ReadableWorkbook(in)) {
      assertThat(workbook.getFirstSheet().getName()).isEqualTo("gold.headline");
      List<org.dhatim.fastexcel.reader.Row> rows = workbook.getFirstSheet().read();
      assertThat(rows.get(0).getCellText(0)).isEqualTo("text");
      assertThat(rows.get(1).getCell(0).getType()).isEqualTo(CellType.STRING);
      assertThat(rows.get(1).getCellText(0)).isEqualTo("=1+1");
      assertThat(rows.get(1).getCellAsNumber(1)).contains(new BigDecimal("-5"));
      assertThat(rows.get(1).getCellAsNumber(2)).contains(new BigDecimal("0.10"));
      assertThat(rows.get(1).getCellAsDate(3)).contains(LocalDateTime.of(2024, 6, 30, 0, 0));
      assertThat(rows.get(1).getCellAsDate(4)).contains(LocalDateTime.of(2024, 6, 30, 8, 0));
      assertThat(rows.get(2).getCellText(0)).isEqualTo("盗窃, \"大\"");
      assertThat(rows.get(2).getOptionalCell(2)).isEmpty();
    }
  }

  @Test
  void shouldTellWhatCannotBeWritten() {
    Path nowhere = folder.resolve("nowhere/rows.csv");

    assertThatThrownBy(() -> export().to(nowhere, Kind.CSV))
        .isInstanceOf(SettingsException.class)
        .hasMessageStartingWith("exporting gold.headline to " + nowhere)
        .hasMessageEndingWith("; name a file that can be written");
  }
}
