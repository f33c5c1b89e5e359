package io.tongqi.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {
  @ParameterizedTest
  @CsvSource({
    "*.csv, a.csv, true",
    "*.csv, b/a.csv, false",
    "**, b/a.csv, true",
    "**/*.csv, a.csv, true",
    "**/*.csv, c/b/a.csv, true",
    "b/**/*.csv, b/a.csv, true",
    "b/**/*.csv, c/a.csv, false",
    "**/b/**/a.csv, c/b/a.csv, true",
    "'*.{csv,csv.gz}', a.csv.gz, true",
    "*盗窃*, 2015盗窃.csv, true",
    "*.zip, a.ZIP/b/c.csv, false",
    "'*.{zip,ZIP}', a.ZIP/b/c.csv, true",
    "*.zip/*.csv, a.zip/c.csv, true",
    "*.zip/*.csv, a.zip/c.txt, false",
    "*.zip, b/a.zip/c.csv, false",
  })
  void shouldMatchPaths(String glob, String path, boolean isMatch) {
    assertThat(Glob.matches(glob, path)).isEqualTo(isMatch);
  }
}
