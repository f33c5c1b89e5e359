package io.tongqi.claims;

import static org.apache.spark.sql.functions.expr;

import io.tongqi.claims.Statement.Subject;
import io.tongqi.domain.Metric;
import io.tongqi.domain.RecordTrait;
import io.tongqi.domain.Vintage;
import io.tongqi.release.Release;
import io.tongqi.release.Releases;
import io.tongqi.settings.Settings;
import io.tongqi.tables.SqlFile;
import io.tongqi.tables.Tables;
import io.tongqi.trace.CountedDays;
import io.tongqi.trace.Figure;
import io.tongqi.trace.Part;
import io.tongqi.trace.Trace;
import io.tongqi.trace.TracedRecords;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many of the records that a published figure counts have what a statement says of them. */
public record MatchingRecords(Tables tables, Settings settings, Release release) {
  /**
   * Adds those that statements ask for to what is known of the figures as a whole.
   *
   * @throws io.tongqi.faults.SettingsException when the release was computed by other rules
   */
  public Map<Subject, Evidence> addedTo(Map<Subject, Evidence> published, List<Subject> subjects) {
    Map<Subject, Evidence> evidence = new HashMap<>(published);
    for (Subject subject : subjects) {
      Evidence whole = published.get(subject.withAllRecords());
      if (subject.records().isPresent()
          && whole != null
          && subject.indicator() instanceof Metric metric) {
        evidence.put(
            subject, whole.counting(count(metric, subject, subject.records().orElseThrow())));
      }
    }
    return evidence;
  }

  private long count(Metric metric, Subject subject, RecordTrait trait) {
    Release same = new Releases(tables.spark(), tables).reproducible(release.id(), settings);
    Tables own = new Tables(tables.spark().newSession(), tables.warehouse());
    own.name(same.tableVersions());
    Figure figure =
        new Figure(
            metric,
            subject.area(),
            subject.group(),
            subject.window(),
            CountedDays.currentYear(own, same, subject.window()),
            Vintage.LATEST);
    return TracedRecords.of(Trace.of(own, settings, same, figure))
        .sum(Part.of(metric).get(0), expr(SqlFile.read("claims/%s.sql".formatted(trait))));
  }
}
