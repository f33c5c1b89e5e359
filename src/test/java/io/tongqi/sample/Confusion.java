package io.tongqi.sample;

import java.util.List;
import java.util.Map;

/** Which category an incident is first taken for, before somebody looks closer. */
final class Confusion {
  private static final Map<String, List<String>> PAIRS =
      Map.ofEntries(
          Map.entry("burglary_dwelling", List.of("theft_other", "burglary_shop")),
          Map.entry("burglary_shop", List.of("theft_other", "petty_theft")),
          Map.entry("bike_theft", List.of("petty_theft", "theft_other")),
          Map.entry("car_theft", List.of("bike_theft", "contact_fraud")),
          Map.entry("pickpocketing", List.of("petty_theft", "assistance")),
          Map.entry("theft_other", List.of("petty_theft", "burglary_shop")),
          Map.entry("petty_theft", List.of("theft_other", "dispute")),
          Map.entry("telephone_fraud", List.of("online_fraud", "contact_fraud")),
          Map.entry("online_fraud", List.of("telephone_fraud", "dispute")),
          Map.entry("contact_fraud", List.of("dispute", "telephone_fraud")),
          Map.entry("robbery", List.of("snatching", "assault")),
          Map.entry("snatching", List.of("robbery", "theft_other")),
          Map.entry("homicide", List.of("grave_injury", "assistance")),
          Map.entry("grave_injury", List.of("minor_injury", "assault")),
          Map.entry("minor_injury", List.of("assault", "grave_injury")),
          Map.entry("criminal_damage", List.of("minor_damage", "dispute")),
          Map.entry("gambling_den", List.of("gambling")),
          Map.entry("assault", List.of("dispute", "minor_injury")),
          Map.entry("disorder", List.of("dispute", "assault")),
          Map.entry("gambling", List.of("gambling_den", "disorder")),
          Map.entry("minor_damage", List.of("dispute", "criminal_damage")),
          Map.entry("crash_general", List.of("crash_simple")),
          Map.entry("crash_simple", List.of("crash_general")),
          Map.entry("dispute", List.of("assault", "disorder")),
          Map.entry("assistance", List.of("dispute")));

  private Confusion() {}

  /** A category that looks like another at first. */
  static String lookalike(String category, Draw draw) {
    return draw.mostlyFirst(PAIRS.getOrDefault(category, List.of("public_order_other")));
  }
}
