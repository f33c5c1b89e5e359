package io.tongqi.ingest;

import io.tongqi.statistics.Share;
import java.util.List;
import java.util.Optional;

/**
 * What a rule of shares found in a batch.
 *
 * @param examples some of the cases, in words
 * @param because why the batch was accepted although the share is too large, if it was
 */
public record Finding(
    ShareRule rule, Share share, List<String> examples, Optional<String> because) {
  /** Cases that nobody has accepted. */
  public Finding(ShareRule rule, Share share, List<String> examples) {
    this(rule, share, examples, Optional.empty());
  }

  /** The same, accepted. */
  Finding accepted(String reason) {
    return new Finding(rule, share, examples, Optional.of(reason));
  }

  /** What was found, in one line without its examples. */
  public String text() {
    return "%d of %d %s%s"
        .formatted(
            share.cases(),
            share.total(),
            rule.meaning(),
            because.map(it -> " (accepted: " + it + ")").orElse(""));
  }
}
