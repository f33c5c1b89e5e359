package io.tongqi.faults;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What to do about a name that is not known. */
public final class Remedy {
  private Remedy() {}

  /** Names the known name that was probably meant, else all known ones. */
  public static String choose(String unknown, Collection<String> known) {
    return meant(unknown, known).orElseGet(() -> "use one of " + String.join(", ", known));
  }

  /** Names the known name that was probably meant, if there is one. */
  public static Optional<String> meant(String unknown, Collection<String> known) {
    return closest(unknown, known).map("did you mean \"%s\"?"::formatted);
  }

  private static Optional<String> closest(String unknown, Collection<String> known) {
    LevenshteinDistance distance = new LevenshteinDistance(Math.max(2, unknown.length() / 3));
    String lowerCase = unknown.toLowerCase(Locale.ROOT);
    return known.stream()
        .map(name -> new Near(name, distance.apply(lowerCase, name.toLowerCase(Locale.ROOT))))
        .filter(near -> near.distance() >= 0 && near.distance() < unknown.length())
        .min(Comparator.comparing(Near::distance))
        .map(Near::name);
  }

  private record Near(String name, int distance) {}
}
