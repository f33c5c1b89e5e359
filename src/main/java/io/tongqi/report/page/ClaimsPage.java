package io.tongqi.report.page;

import io.tongqi.calendar.PeriodName;
import io.tongqi.calendar.SamePeriod;
import io.tongqi.calendar.SamePeriods;
import io.tongqi.claims.Judgement;
import io.tongqi.claims.Judgement.Verdict;
import io.tongqi.claims.Statement.Subject;
import io.tongqi.domain.Activity;
import io.tongqi.domain.Bilingual;
import io.tongqi.domain.Language;
import io.tongqi.domain.Metric;
import io.tongqi.figures.MetricSql;
import io.tongqi.release.Release;
import io.tongqi.settings.Settings;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What came of the statements of a file, as one page of HTML that needs nothing else.
 *
 * @param release what they were held against; empty where only against each other
 * @param language of the page's own words
 */
public record ClaimsPage(
    Settings settings, Optional<Release> release, List<Judgement> judgements, Language language) {
  /**
   * A statement.
   *
   * @param verdict its code
   * @param defences that of the figure it is about, if it is about one
   */
  public record Row(
      int number,
      String text,
      String verdict,
      String because,
      List<String> remarks,
      List<Defence> defences) {}

  /** What a figure rests on, wherever it stands. */
  private record Source(
      Bilingual name,
      Bilingual definition,
      Function<FigurePlace, String> query,
      Function<FigurePlace, String> trace,
      String file) {}

  /** The page. */
  public String html() {
    Map<String, Object> model = new HashMap<>();
    model.put("force", settings.force().name().in(language));
    model.put("rows", judgements.stream().map(this::row).toList());
    model.put("counts", counts());
    model.put("sql", sql());
    release.ifPresent(
        it -> {
          model.put("release", it.id());
          model.put("as_of", PeriodName.day(it.asOf()).in(language));
          model.put("known_at", PeriodName.day(it.knownAt()).in(language));
          model.put("versions", it.tableVersions());
        });
    return Pages.html("claims.ftlh", language, SitePlace.ALONE, model);
  }

  /** How many statements there are of each verdict, the worst first; verdicts of none left out. */
  private Map<String, Integer> counts() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    Stream.of(
            Verdict.INCONSISTENT,
            Verdict.CONTRADICTED,
            Verdict.UNDETERMINED,
            Verdict.NOT_COMPUTABLE,
            Verdict.SUPPORTED)
        .forEach(
            verdict ->
                judgements.stream()
                    .filter(it -> it.verdict() == verdict)
                    .forEach(it -> counts.merge(verdict.toString(), 1, Integer::sum)));
    return counts;
  }

  private Row row(Judgement judgement) {
    return new Row(
        judgement.statement().number(),
        judgement.statement().text(),
        judgement.verdict().toString(),
        judgement.because().in(language),
        judgement.remarks().stream().map(it -> it.in(language)).toList(),
        judgement.statement().subject().stream().map(this::defence).toList());
  }

  private Defence defence(Subject subject) {
    Source source = source(subject);
    Optional<FigurePlace> place = place(subject);
    Bilingual what =
        new Bilingual("%1 · %2", "%1, %2")
            .filled(new Names(settings).of(subject.area()), source.name());
    Defence.Points points = new Defence.Points(language);
    points.add(
        new Bilingual("所指", "About"),
        place
            .map(it -> PeriodName.of(it.days()))
            .map(it -> new Bilingual("%1，%2", "%1, %2").filled(what, it))
            .orElse(what));
    points.addDefinition(source.definition());
    return new Defence(
        points.all(),
        place.map(source.query()).orElse(""),
        place.map(source.trace()).orElse(""),
        place.map(it -> source.file()).orElse(""));
  }

  private Source source(Subject subject) {
    if (subject.indicator() instanceof Metric metric) {
      MetricWords words = MetricWords.of(metric);
      String group = subject.group();
      return new Source(
          new Bilingual("%1 · %2", "%1: %2")
              .filled(new Names(settings).ofGroup(group), words.name()),
          words.definition(),
          it -> it.query(metric, group),
          it -> it.trace(metric, group),
          MetricSql.file(metric));
    }
    Activity activity = (Activity) subject.indicator();
    return new Source(
        activity.name(),
        ActivityWords.definition(activity.type(), activity.per()),
        it -> it.query(activity.activity()),
        it -> it.entries(activity.activity(), activity.type(), activity.per()),
        MetricSql.fileOfActivities());
  }

  /** Where it stands, where a release tells the day and the window has days. */
  private Optional<FigurePlace> place(Subject subject) {
    return release.flatMap(
        it ->
            SamePeriods.of(it.asOf(), 1, settings.windows()).stream()
                .filter(period -> period.window().equals(subject.window()))
                .findFirst()
                .flatMap(SamePeriod::days)
                .map(days -> FigurePlace.of(it, subject.area(), subject.window(), days)));
  }

  /** The text of the SQL files that compute the figures, by name; none where none were read. */
  private Map<String, String> sql() {
    return MetricSql.texts(
        release.stream()
            .flatMap(it -> judgements.stream())
            .flatMap(it -> it.statement().subject().stream())
            .map(it -> source(it).file()));
  }
}
