package io.tongqi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenCodesTest {
  private static final WrittenCodes CODES =
      WrittenCodes.of(List.of("20a", "20b", "Straße", "x1", "X1", "盗窃", "GM-03", "20 a"));

  @ParameterizedTest
  @CsvSource({
    "20a, 20a",
    "20B, 20b",
    "２０ｂ, 20b",
    "２０Ｂ, 20b",
    "STRASSE, Straße",
    "gm－03, GM-03",
    "盗窃, 盗窃",
    "20　A, 20 a"
  })
  void shouldMeanTheOneCodeThatIsAlike(String text, String code) {
    assertThat(CODES.call(text)).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({"x1, x1", "X1, X1", "Ｘ1, Ｘ1", "20c, 20c", "2０, 2０"})
  void shouldLeaveWhatIsKnownOrMeansNoneOrTwo(String text, String same) {
    assertThat(CODES.call(text)).isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource(
      value = {"null"},
      nullValues = "null")
  void shouldLeaveWhatIsMissing(String text) {
    assertThat(CODES.call(text)).isNull();
  }
}
