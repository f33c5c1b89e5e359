package io.tongqi.ingest;

import io.tongqi.faults.DataRefusedException;
import io.tongqi.settings.SourceMapping;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.spark.SparkThrowable;

/** Tells failures that the bytes of a delivered file cause, met while its rows are read. */
final class ReadingFailure {
  private static final String UNREADABLE = "FAILED_READ_FILE";

  private ReadingFailure() {}

  /** The refusal that a failure amounts to; empty where it has another cause. */
  static Optional<DataRefusedException> of(Exception failure, SourceMapping mapping) {
    return ExceptionUtils.getThrowableList(failure).stream()
        .flatMap(cause -> problem(cause).stream())
        .findFirst()
        .map(
            problem ->
                new DataRefusedException(
                    List.of(
                        "reading the deliveries of source %s: %s; deliver it again"
                            .formatted(mapping.source(), problem))));
  }

  private static Optional<String> problem(Throwable cause) {
    if (cause instanceof UncheckedIOException reading) {
      return Optional.of(reading.getMessage());
    }
    if (cause instanceof SparkThrowable spark
        && spark.getCondition() != null
        && spark.getCondition().startsWith(UNREADABLE)) {
      return Optional.of(
          "file %s cannot be read"
              .formatted(spark.getMessageParameters().getOrDefault("path", "of Parquet")));
    }
    return Optional.empty();
  }
}
