package io.tongqi.command;

import io.tongqi.faults.FaultsException;
import io.tongqi.faults.SettingsException;
import io.tongqi.faults.StorageFaults;
import io.tongqi.faults.TryAgainException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** Failures → messages and exit codes. */
public final class Failures {
  /** Usage or settings. */
  public static final int SETTINGS = 2;

  /** Data refused by a quality rule. */
  public static final int REFUSED = 3;

  /** Another run holds the tables, or the storage is unavailable. */
  public static final int TRY_AGAIN = 75;

  private static final int UNEXPECTED = 1;

  private Failures() {}

  /** Prints what went wrong and gives the exit code. */
  public static int handle(Exception failure, CommandLine command, ParseResult result) {
    int code = code(failure);
    if (code == UNEXPECTED) {
      command.getErr().println("tongqi: unexpected failure; please report it with what follows:");
      failure.printStackTrace(command.getErr());
    } else {
      faults(failure).forEach(fault -> command.getErr().println("tongqi: " + fault));
    }
    command.getErr().flush();
    return code;
  }

  /** The first of failures, at least one, with the others suppressed in it. */
  static RuntimeException together(List<? extends RuntimeException> failures) {
    failures.stream().skip(1).forEach(failures.get(0)::addSuppressed);
    return failures.get(0);
  }

  /** Whether people can do something about it. */
  static boolean isForeseen(Throwable failure) {
    return code(failure) != UNEXPECTED;
  }

  /** The exit code that a failure asks for, and those that other steps met at the same time. */
  public static int code(Throwable failure) {
    return all(failure).mapToInt(Failures::codeOfOne).min().orElse(UNEXPECTED);
  }

  /** What went wrong, a line each. */
  public static List<String> faults(Throwable failure) {
    return all(failure).flatMap(it -> faultsOfOne(it).stream()).distinct().toList();
  }

  private static Stream<Throwable> all(Throwable failure) {
    return Stream.concat(Stream.of(failure), Arrays.stream(failure.getSuppressed()));
  }

  private static int codeOfOne(Throwable failure) {
    Optional<FaultsException> told = told(failure);
    if (told.filter(SettingsException.class::isInstance).isPresent()) {
      return SETTINGS;
    }
    if (told.filter(TryAgainException.class::isInstance).isPresent()) {
      return TRY_AGAIN;
    }
    return told.isPresent() || find(failure, UncheckedIOException.class).isPresent()
        ? REFUSED
        : UNEXPECTED;
  }

  private static List<String> faultsOfOne(Throwable failure) {
    return told(failure)
        .map(FaultsException::faults)
        .or(() -> find(failure, UncheckedIOException.class).map(it -> List.of(it.getMessage())))
        .orElseGet(() -> List.of(String.valueOf(failure.getMessage())));
  }

  private static Optional<FaultsException> told(Throwable failure) {
    return find(failure, FaultsException.class).or(() -> StorageFaults.told(failure));
  }

  private static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> kind) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (kind.isInstance(cause)) {
        return Optional.of(kind.cast(cause));
      }
    }
    return Optional.empty();
  }
}
