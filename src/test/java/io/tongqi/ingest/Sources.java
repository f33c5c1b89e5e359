package io.tongqi.ingest;

import io.tongqi.SmallForce;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A force of many small sources, each with a station of its own name: so that one run takes in many
 * cases.
 */
final class Sources {
  private final SmallForce force;
  private final List<String> names = new ArrayList<>();
  private final String limits;

  /**
   * An empty one.
   *
   * @param limits further lines of the settings
   */
  Sources(Path folder, String limits) {
    this.force = new SmallForce(folder);
    this.limits = limits;
  }

  SmallForce force() {
    return force;
  }

  /** Adds a source of the columns no, category, reported and others, with such further keys. */
  Sources add(String name, String keys, String... fields) {
    names.add(name);
    force.write(
        name + ".yaml",
        """
        source: %s
        root: deliveries/%s
        files: "*.csv"
        format: csv
        timestamps: ["yyyy-MM-dd HH:mm", "yyyy-MM-dd"]
        covers: {name: '(\\d{4}-\\d{2})', format: yyyy-MM}
        books: {measure: incidents_reported, stations: [%s]}
        %s
        fields:
          station: "'%s'"
          category: category
          reported_at: reported
        %s
        """
            .formatted(
                name,
                name,
                name,
                keys,
                name,
                List.of(fields).stream().map(it -> "  " + it).collect(Collectors.joining("\n"))));
    force.write(
        "tongqi.yaml",
        """
        force: {code: smallton, name_zh: 小城, name_en: Smallton}
        time_zone: Asia/Shanghai
        warehouse: warehouse
        sources: [%s]
        reference: reference
        years: 2
        %s
        """
            .formatted(
                names.stream().map(it -> it + ".yaml").collect(Collectors.joining(", ")), limits));
    force.write(
        "reference/stations.csv",
        names.stream()
            .map(it -> it + ",2010-01-01,,街,Street,centre,\n")
            .collect(
                Collectors.joining(
                    "", "station,valid_from,valid_to,name_zh,name_en,district,successor\n", "")));
    return this;
  }

  /** Delivers a file of these lines, the header among them. */
  Sources deliver(String source, String file, String... lines) {
    force.write("deliveries/" + source + "/" + file, String.join("\n", lines) + "\n");
    return this;
  }
}
