package io.tongqi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.SparkTest;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few of the spoiled files of {@code .ci/fuzz}. */
class ReadingFuzzIT extends SparkTest {
  @TempDir private Path folder;

  @Test
  void shouldRefuseOrReadWhateverAFileHolds() {
    ReadingFuzz fuzz = new ReadingFuzz(spark(), folder);

    fuzz.readTexts(600, 7);
    fuzz.readColumns(20, 7);

    assertThat(fuzz.failures()).isEmpty();
    assertThat(fuzz.outcomes())
        .containsKeys(
            "files read", "files refused", "rows accepted", "rows rejected", "rows ignored");
  }
}
