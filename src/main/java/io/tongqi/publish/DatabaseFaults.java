package io.tongqi.publish;

import static java.util.stream.Collectors.joining;

import io.tongqi.faults.SettingsException;
import io.tongqi.faults.TryAgainException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * What a failure of a database means, by the codes of PostgreSQL: their classes are two letters.
 */
final class DatabaseFaults {
  private static final String AWAY =
      "publishing to %s: the server does not answer, or not now (%s); the release published before stays; run it again when it is back";
  private static final String FULL =
      "publishing to %s: the server lacks room or connections (%s); the release published before stays; make room, and run it again";
  private static final String HELD =
      "publishing to %s: another session holds what is to be changed (%s); the release published before stays; run it again when it has ended";
  private static final String REFUSED =
      "publishing to %s: the server refuses user or password (%s); correct PGUSER and PGPASSWORD, the file ~/.pgpass, or what pg_hba.conf allows";

  private static final Map<String, String> AGAIN =
      Map.of("08", AWAY, "57", AWAY, "58", AWAY, "53", FULL, "55", HELD, "40", HELD);

  private static final Map<String, String> SETTINGS =
      Map.of(
          "28",
          REFUSED,
          "08004",
          REFUSED,
          "3D000",
          "publishing to %s: there is no such database (%s); create it (CREATE DATABASE … ENCODING 'UTF8'), or correct its name",
          "42501",
          "publishing to %s: the user may not do this (%s); who publishes needs CREATE on the database, or has to own the schema and the tables in it: GRANT CREATE ON DATABASE … TO …, or ALTER SCHEMA … OWNER TO …",
          "25006",
          "publishing to %s: it can only be read (%s); name the primary server, and a user who may write",
          "2BP01",
          "publishing to %s: columns have changed since the last release was published, and something depends on them (%s); drop that, publish, and create it again",
          "22",
          "publishing to %s: it cannot hold a value (%s); the database needs the encoding UTF8, and no text may hold the character with the number 0");

  private DatabaseFaults() {}

  /** The failure in words that tell what to do; what is not foreseen is a failure as it is. */
  static RuntimeException told(SQLException failure, String database) {
    String code = String.valueOf(failure.getSQLState());
    String said = said(failure);
    return find(SETTINGS, code)
        .<RuntimeException>map(it -> new SettingsException(List.of(it.formatted(database, said))))
        .or(
            () ->
                find(AGAIN, code)
                    .map(it -> new TryAgainException(List.of(it.formatted(database, said)))))
        .orElseGet(
            () -> new IllegalStateException("publishing to %s".formatted(database), failure));
  }

  /** What the server said, without hints that do not fit here. */
  private static String said(SQLException failure) {
    ServerErrorMessage message =
        failure instanceof PSQLException it ? it.getServerErrorMessage() : null;
    return message == null
        ? StringUtils.normalizeSpace(failure.getMessage())
        : Stream.of(message.getMessage(), message.getDetail())
            .filter(Objects::nonNull)
            .collect(joining(": "));
  }

  private static Optional<String> find(Map<String, String> words, String code) {
    return Optional.ofNullable(words.get(code))
        .or(() -> Optional.ofNullable(words.get(StringUtils.left(code, 2))));
  }
}
