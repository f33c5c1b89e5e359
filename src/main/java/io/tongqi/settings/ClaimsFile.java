package io.tongqi.settings;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.tongqi.domain.Comparator;
import io.tongqi.domain.Metric;
import io.tongqi.faults.Faults;
import io.tongqi.faults.SettingsException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import javax.annotation.Nullable;

/**
 * The statements of a press release as they are written, their keys as `schema/claims.json` has.
 */
public record ClaimsFile(
    @JacksonInject Path file,
    String area,
    String window,
    @Nullable LocalDate asOf,
    @JsonSetter(contentNulls = Nulls.SET) List<Claim> statements) {

  /** A statement; what is not given is null, and area and window are then the file's. */
  public record Claim(
      String text,
      @Nullable Metric metric,
      @Nullable String group,
      @Nullable String area,
      @Nullable String window,
      @Nullable Comparator comparator,
      @Nullable BigDecimal value,
      @Nullable BigDecimal precision) {}

  /**
   * Reads a file.
   *
   * @throws SettingsException with all faults in it
   */
  public static ClaimsFile load(Path file) {
    Faults faults = new Faults();
    return new RecordReader(Map.of(), faults)
        .read(file, Schema.CLAIMS, ClaimsFile.class)
        .filter(read -> faults.count() == 0)
        .orElseThrow(() -> new SettingsException(faults.list()));
  }
}
