package io.tongqi.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamedWindowTest {

  @ParameterizedTest(name = "{0} on {1}")
  @CsvSource({
    "06-01..06-18, 2024-06-30, 2024-06-01..2024-06-18, 2023-06-01..2023-06-18",
    "06-01..06-18, 2024-06-18, 2024-06-01..2024-06-18, 2023-06-01..2023-06-18",
    "06-01..06-18, 2024-06-17, 2023-06-01..2023-06-18, 2022-06-01..2022-06-18",
    "10-01..10-01, 2024-10-01, 2024-10-01..2024-10-01, 2023-10-01..2023-10-01",
    "12-20..01-10, 2024-01-10, 2023-12-20..2024-01-10, 2022-12-20..2023-01-10",
    "12-20..01-10, 2024-01-09, 2022-12-20..2023-01-10, 2021-12-20..2022-01-10",
    "12-20..01-10, 2024-12-31, 2023-12-20..2024-01-10, 2022-12-20..2023-01-10",
    "12-01..02-29, 2025-03-01, 2024-12-01..2025-02-28, 2023-12-01..2024-02-29",
    "12-01..02-28, 2025-03-01, 2024-12-01..2025-02-28, 2023-12-01..2024-02-29",
    "12-01..02-28, 2024-02-28, 2022-12-01..2023-02-28, 2021-12-01..2022-02-28",
    "02-29..03-05, 2025-03-05, 2025-02-28..2025-03-05, 2024-02-29..2024-03-05",
    "07-01..06-30, 2024-07-01, 2023-07-01..2024-06-30, 2022-07-01..2023-06-30"
  })
  void shouldAlignNamedWindows(String days, LocalDate asOf, String current, String yearBefore) {
    List<SamePeriod> periods = SamePeriods.of(Window.named("campaign", days), asOf, 2);

    assertThat(periods)
        .extracting(period -> period.days().orElseThrow().toString())
        .containsExactly(current, yearBefore);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "06-01",
        "06-01..",
        "06-01-06-18",
        "6-1..6-18",
        "06-01 .. 06-18",
        "2024-06-01..06-18",
        "06-01..06-18..06-20",
        "0６-01..06-18"
      })
  void shouldRefuseAnotherForm(String days) {
    assertThatThrownBy(() -> Window.named("shopping", days))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Reading the named window 'shopping' with the value '"
                + days
                + "': it is not of the form MM-DD..MM-DD;"
                + " write its first and last day like 06-01..06-18");
  }

  @ParameterizedTest
  @CsvSource({
    "06-31..07-02, 06-31",
    "06-01..13-01, 13-01",
    "02-30..03-01, 02-30",
    "00-10..03-01, 00-10",
    "03-01..04-00, 04-00"
  })
  void shouldRefuseADayThatNoYearHas(String days, String fault) {
    assertThatThrownBy(() -> Window.named("shopping", days))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Reading the named window 'shopping' with the value '"
                + days
                + "': no year has the day '"
                + fault
                + "'; write its first and last day like 06-01..06-18");
  }

  @Test
  void shouldRefuseAWindowThatOverlapsItself() {
    assertThatThrownBy(() -> Window.named("everything", "02-29..02-28"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'everything'")
        .hasMessageContaining("'02-29..02-28'")
        .hasMessageContaining("two years' windows at once");
  }

  @Test
  void shouldRefuseTheNameOfABuiltInWindow() {
    assertThatThrownBy(() -> Window.named("last_week", "06-01..06-18"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Reading the named window 'last_week' with the value '06-01..06-18':"
                + " a built-in window has this name; choose another");
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {"", "  "})
  void shouldRefuseABlankName(String name) {
    assertThatThrownBy(() -> Window.named(name, "06-01..06-18"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Reading a named window: its name is blank and its value is '06-01..06-18';"
                + " give it a name");
  }

  @Test
  void shouldRefuseAFaultyWindowAmongTheSamePeriods() {
    assertThatThrownBy(
            () -> SamePeriods.of(LocalDate.of(2024, 6, 30), 10, Map.of("shopping", "618")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("'shopping'")
        .hasMessageContaining("'618'");
  }

  @Test
  void shouldKeepItsName() {
    assertThat(Window.named("shopping", "06-01..06-18").name()).isEqualTo("shopping");
  }
}
