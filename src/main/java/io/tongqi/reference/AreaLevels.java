package io.tongqi.reference;

import io.tongqi.domain.Area;
import io.tongqi.domain.AreaLevel;
import io.tongqi.faults.Remedy;
import io.tongqi.faults.SettingsException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.Nullable;

/** The force, its districts and stations of today by their codes. */
public final class AreaLevels {
  private final String force;
  private final Map<String, AreaLevel> levels = new LinkedHashMap<>();

  private AreaLevels(String force) {
    this.force = force;
  }

  /** Those of a force; a code that several have is the largest's. */
  public static AreaLevels of(String force, ReferenceData reference) {
    AreaLevels areas = new AreaLevels(force);
    areas.levels.put(force, AreaLevel.FORCE);
    reference.districts().stream()
        .map(District::district)
        .forEach(it -> areas.levels.putIfAbsent(it, AreaLevel.DISTRICT));
    reference.stationAreas().stream()
        .map(StationArea::area)
        .forEach(it -> areas.levels.putIfAbsent(it, AreaLevel.STATION));
    return areas;
  }

  /** All codes. */
  public Set<String> codes() {
    return levels.keySet();
  }

  /**
   * The area of a code.
   *
   * @param code null for the force
   * @throws SettingsException when there is none
   */
  public Area area(@Nullable String code) {
    String named = code == null ? force : code;
    if (!levels.containsKey(named)) {
      throw new SettingsException(
          List.of(
              "looking up the area %s: there is none; %s"
                  .formatted(named, Remedy.choose(named, levels.keySet()))));
    }
    return new Area(levels.get(named), named);
  }
}
