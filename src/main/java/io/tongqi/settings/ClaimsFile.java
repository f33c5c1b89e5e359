package io.tongqi.settings;

import com.fasterxml.jackson.annotation.JacksonInject;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.EnumFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.tongqi.domain.Comparator;
import io.tongqi.domain.Metric;
import io.tongqi.domain.RecordTrait;
import io.tongqi.faults.Faults;
import io.tongqi.faults.SettingsException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.annotation.Nullable;

/**
 * The statements of a press release as they are written, their keys as `schema/claims.json` has.
 */
public record ClaimsFile(
    @JacksonInject Path file,
    @JacksonInject Places places,
    String area,
    String window,
    @Nullable LocalDate asOf,
    @JsonSetter(contentNulls = Nulls.SET) List<Claim> statements) {

  private static final YAMLMapper WRITER =
      YAMLMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
          .enable(YAMLGenerator.Feature.INDENT_ARRAYS_WITH_INDICATOR)
          .disable(YAMLGenerator.Feature.SPLIT_LINES)
          .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
          .build();

  /** A statement; what is not given is null, and area and window are then the file's. */
  public record Claim(
      String text,
      @Nullable Metric metric,
      @Nullable String activity,
      @Nullable String group,
      @Nullable String area,
      @Nullable String window,
      @Nullable Comparator comparator,
      @Nullable BigDecimal value,
      @Nullable BigDecimal precision,
      @Nullable RecordTrait records) {
    /** A statement about a metric of a category group, of the file's area and window. */
    public static Claim ofMetric(
        String text,
        Metric metric,
        String group,
        Comparator comparator,
        @Nullable BigDecimal value) {
      return new Claim(text, metric, null, group, null, null, comparator, value, null, null);
    }

    /** A statement about an activity, of the file's area and window. */
    public static Claim ofActivity(
        String text, String activity, Comparator comparator, @Nullable BigDecimal value) {
      return new Claim(text, null, activity, null, null, null, comparator, value, null, null);
    }
  }

  /** Statements that stand in no table. */
  public ClaimsFile(
      Path file, String area, String window, @Nullable LocalDate asOf, List<Claim> statements) {
    this(file, Places.KEYS, area, window, asOf, statements);
  }

  /**
   * Reads a file: a table where its name ends with `.csv`, else YAML.
   *
   * @throws SettingsException with all faults in it
   */
  public static ClaimsFile load(Path file) {
    Faults faults = new Faults();
    Optional<ClaimsFile> claims =
        file.toString().toLowerCase(Locale.ROOT).endsWith(".csv")
            ? ClaimsTable.read(file, ClaimsFile.class, faults)
            : new RecordReader(Map.of(), faults).read(file, Schema.CLAIMS, ClaimsFile.class);
    return claims
        .filter(read -> faults.count() == 0)
        .orElseThrow(() -> new SettingsException(faults.list()));
  }

  /** The statements as such a file has them. */
  public String yaml() {
    Map<String, Object> keys = new LinkedHashMap<>();
    keys.put("area", area);
    keys.put("window", window);
    keys.put("as_of", asOf == null ? null : asOf.toString());
    keys.put("statements", statements);
    try {
      return WRITER.writeValueAsString(keys);
    } catch (JsonProcessingException unforeseen) {
      throw new IllegalStateException("writing statements", unforeseen);
    }
  }
}
