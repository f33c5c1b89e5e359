package io.tongqi.command;

import com.univocity.parsers.csv.CsvWriter;
import com.univocity.parsers.csv.CsvWriterSettings;
import java.io.StringWriter;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How the result of a query is printed. */
enum Output {
  /** A table with lines, for people. */
  TABLE {
    @Override
    String text(Dataset<Row> result) {
      return ((org.apache.spark.sql.classic.Dataset<Row>) result)
          .showString(Integer.MAX_VALUE - 1, 0, false);
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
}
