package io.tongqi.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tongqi.ingest.LineParser.BadLineException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLineParserTest {
  private final JsonLineParser parser =
      new JsonLineParser(List.of("station", "day"), Map.of("officer's day", "day"));

  @Test
  void shouldPickColumnsUnderTheirNamesAndAliases() throws BadLineException {
    byte[] line =
        "{\"officer's day\": \"2024-06-01\", \"n\": [1], \"station\": \" 石湾 \"}"
            .getBytes(StandardCharsets.UTF_8);

    assertThat(parser.parse(line, null))
        .containsExactly(UTF8String.fromString("石湾"), UTF8String.fromString("2024-06-01"));
  }

  /** The first bytes of UTF-16 and UTF-32, none of which is meant, and bytes that no text has. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0000007b00000022",
        "7b00000022000000",
        "0000feff7b227d00",
        "00ef90b600000000",
        "007b0022006100220000",
        "7b002200610022000000",
        "feff007b",
        "fffe7b00",
        "7b2261ff223a317d",
        "",
        "00"
      })
  void shouldRejectWhatIsNoText(String bytes) {
    byte[] line = HexFormat.of().parseHex(bytes);

    BadLineException rejected =
        catchThrowableOfType(BadLineException.class, () -> parser.parse(line, null));

    assertThat(rejected.reason()).isEqualTo(Reason.MALFORMED_JSON);
  }
}
