package io.tongqi.sample;

import java.time.LocalDateTime;

/**
 * A record as it stood from some time on.
 *
 * @param recordId the record's number
 * @param recordedAt since when
 * @param standing whether it stands or was withdrawn
 * @param facts what it says
 */
record Version<T>(String recordId, LocalDateTime recordedAt, Standing standing, T facts) {
  /** Whether a record stands. */
  enum Standing {
    VALID,
    WITHDRAWN
  }

  Version<T> at(LocalDateTime time) {
    return new Version<>(recordId, time, standing, facts);
  }

  Version<T> withdrawn() {
    return new Version<>(recordId, recordedAt, Standing.WITHDRAWN, facts);
  }

  Version<T> with(T other) {
    return new Version<>(recordId, recordedAt, standing, other);
  }
}
