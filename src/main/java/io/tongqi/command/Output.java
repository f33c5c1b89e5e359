package io.tongqi.command;

import static org.apache.spark.sql.functions.col;

import com.univocity.parsers.csv.CsvWriter;
import com.univocity.parsers.csv.CsvWriterSettings;
import io.tongqi.report.TextTable;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How the result of a query is printed. */
enum Output {
  /** A table with lines, for people. */
  TABLE {
    @Override
    String text(Dataset<Row> result) {
      return table(result).grid();
    }
  },
  /** A table for a page of Markdown. */
  MARKDOWN {
    @Override
    String text(Dataset<Row> result) {
      return table(result).markdown();
    }
  },
  /** Comma-separated values with a header. */
  CSV {
    @Override
    String text(Dataset<Row> result) {
      StringWriter text = new StringWriter();
      CsvWriterSettings settings = new CsvWriterSettings();
      settings.getFormat().setLineSeparator("\n");
      CsvWriter writer = new CsvWriter(text, settings);
      writer.writeHeaders(result.columns());
      for (Row row : result.collectAsList()) {
        Object[] values = new Object[row.size()];
        for (int column = 0; column < values.length; column++) {
          values[column] = row.get(column);
        }
        writer.writeRow(values);
      }
      writer.close();
      return text.toString();
    }
  },
  /** One JSON object a line. */
  JSON {
    @Override
    String text(Dataset<Row> result) {
      List<String> lines = result.toJSON().collectAsList();
      return String.join("\n", lines);
    }
  };

  /** The result as text. */
  abstract String text(Dataset<Row> result);

  private static TextTable table(Dataset<Row> result) {
    String[] places =
        IntStream.range(0, result.columns().length)
            .mapToObj(Integer::toString)
            .toArray(String[]::new);
    Column[] texts =
        IntStream.range(0, places.length)
            .mapToObj(place -> col(places[place]).cast("string"))
            .toArray(Column[]::new);
    return new TextTable(
        List.of(result.columns()),
        result.toDF(places).select(texts).collectAsList().stream().map(Output::cells).toList());
  }

  private static List<String> cells(Row row) {
    return IntStream.range(0, row.size())
        .mapToObj(place -> row.isNullAt(place) ? "NULL" : row.getString(place))
        .toList();
  }
}
