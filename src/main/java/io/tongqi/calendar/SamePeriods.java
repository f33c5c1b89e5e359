package io.tongqi.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The days of every window in each of the compared years. */
public final class SamePeriods {
  private SamePeriods() {}

  /**
   * The same periods of all windows.
   *
   * @param asOf the last day to count; no window's current period ends after it
   * @param years how many years to compare, the current one included, at least 1
   * @param namedWindows the windows of the settings: name to days, see {@link Window#named}
   * @return for the built-in windows, then the named ones in the map's order: one period a year,
   *     the newest year first
   * @throws IllegalArgumentException if {@code years} is less than 1 or a named window is unusable
   */
  public static List<SamePeriod> of(LocalDate asOf, int years, Map<String, String> namedWindows) {
    return Stream.concat(Window.builtIn().stream(), named(namedWindows))
        .flatMap(window -> of(window, asOf, years).stream())
        .toList();
  }

  /**
   * The same periods of one window, the newest year first.
   *
   * @param window the window
   * @param asOf the last day to count
   * @param years how many years to compare, the current one included, at least 1
   * @throws IllegalArgumentException if {@code years} is less than 1
   */
  public static List<SamePeriod> of(Window window, LocalDate asOf, int years) {
    if (years < 1) {
      throw new IllegalArgumentException(
          "Laying out the same periods up to "
              + asOf
              + ": cannot compare "
              + years
              + " years; give at least 1, the current one included");
    }
    int currentYear = window.currentYear(asOf);
    return IntStream.range(0, years)
        .mapToObj(
            yearsBack -> {
              int year = currentYear - yearsBack;
              return new SamePeriod(
                  window.name(), year, window.inYear(year, asOf), year == currentYear);
            })
        .toList();
  }

  private static Stream<Window> named(Map<String, String> namedWindows) {
    return namedWindows.entrySet().stream()
        .map(window -> Window.named(window.getKey(), window.getValue()));
  }
}
