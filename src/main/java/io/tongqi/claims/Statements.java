package io.tongqi.claims;

import io.tongqi.calendar.Window;
import io.tongqi.claims.Statement.Subject;
import io.tongqi.domain.Activity;
import io.tongqi.domain.Comparator;
import io.tongqi.domain.Indicator;
import io.tongqi.domain.Kind;
import io.tongqi.domain.RecordTrait;
import io.tongqi.faults.Faults;
import io.tongqi.faults.Remedy;
import io.tongqi.faults.SettingsException;
import io.tongqi.reference.AreaLevels;
import io.tongqi.reference.Group;
import io.tongqi.settings.ClaimsFile;
import io.tongqi.settings.ClaimsFile.Claim;
import io.tongqi.settings.Settings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns what a file of statements says into statements about figures that there are. */
public final class Statements {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final ClaimsFile file;
  private final AreaLevels areas;
  private final List<String> groups;
  private final Map<String, Activity> activities;
  private final List<String> windows;
  private final Faults faults = new Faults();

  private Statements(ClaimsFile file, Settings settings) {
    this.file = file;
    this.areas = AreaLevels.of(settings.force().code(), settings.reference());
    this.groups = settings.reference().groups().stream().map(Group::categoryGroup).toList();
    this.activities =
        settings.reference().activities().stream()
            .collect(Collectors.toMap(Activity::activity, Function.identity()));
    this.windows =
        Stream.concat(
                Window.builtIn().stream().map(Window::name), settings.windows().keySet().stream())
            .toList();
  }

  /**
   * The statements of a file.
   *
   * @throws SettingsException naming every area, group, activity and window that is not known, and
   *     every comparator that does not fit its metric
   */
  public static List<Statement> of(ClaimsFile file, Settings settings) {
    return new Statements(file, settings).read();
  }

  private List<Statement> read() {
    List<Statement> statements = new ArrayList<>();
    for (Claim claim : file.statements()) {
      int place = statements.size();
      statements.add(
          new Statement(
              place + 1,
              claim.text(),
              subject(claim, place),
              claim.comparator(),
              claim.value(),
              precision(claim)));
    }
    if (faults.count() > 0) {
      throw new SettingsException(faults.list());
    }
    return statements;
  }

  private Optional<Subject> subject(Claim claim, int place) {
    if (claim.metric() == null && claim.activity() == null) {
      refuseComparatorOfNothing(claim, place);
      return Optional.empty();
    }
    String area = claim.area() == null ? file.area() : claim.area();
    String window = claim.window() == null ? file.window() : claim.window();
    refuseUnknown(claim.area() == null ? "key area" : at(place, "area"), area, areas.codes());
    refuseUnknown(claim.window() == null ? "key window" : at(place, "window"), window, windows);
    if (claim.activity() == null) {
      refuseUnknown(at(place, "group"), claim.group(), groups);
    } else {
      refuseUnknown(at(place, "activity"), claim.activity(), activities.keySet());
    }
    Optional<Indicator> indicator = indicator(claim);
    indicator.ifPresent(it -> refuseUnfit(claim, it, place));
    String group = claim.group() == null ? "" : claim.group();
    Optional<RecordTrait> records = Optional.ofNullable(claim.records());
    return areas.codes().contains(area)
        ? indicator.map(it -> new Subject(it, areas.area(area), group, window, records))
        : Optional.empty();
  }

  /** What a statement is about; empty where it names nothing that is known. */
  private Optional<Indicator> indicator(Claim claim) {
    return Optional.<Indicator>ofNullable(claim.metric())
        .or(() -> Optional.ofNullable(claim.activity()).map(activities::get));
  }

  private void refuseComparatorOfNothing(Claim claim, int place) {
    if (claim.comparator() != null) {
      faults.add(
          file.file(), at(place, "comparator"), "is said of no figure", "give metric or activity");
    }
  }

  private String at(int place, String key) {
    return file.places().ofStatement(place, key);
  }

  private void refuseUnknown(String place, String name, Collection<String> known) {
    String problem = "\"%s\" is not known".formatted(name);
    String fault = "%s: %s: %s".formatted(file.file(), place, problem);
    boolean isTold = faults.list().stream().anyMatch(it -> it.startsWith(fault));
    if (!known.contains(name) && !isTold) {
      faults.add(file.file(), place, problem, Remedy.choose(name, new TreeSet<>(known)));
    }
  }

  private void refuseUnfit(Claim claim, Indicator indicator, int place) {
    if (claim.comparator().isOfRates() && indicator.kind() != Kind.RATE) {
      faults.add(
          file.file(),
          at(place, "comparator"),
          "%s is said of rates, and %s is none".formatted(claim.comparator(), indicator.column()),
          "use " + (claim.comparator() == Comparator.CHANGE_POINTS ? "change_pct" : "equals"));
    }
  }

  /** As the digits tell, unless the file does: 39.4 is rounded to tenths. */
  private BigDecimal precision(Claim claim) {
    if (claim.precision() != null) {
      return claim.precision();
    }
    if (claim.value() == null) {
      return BigDecimal.ZERO;
    }
    int digits = Math.max(0, claim.value().scale());
    return digits == 0 && (isWhole(claim) || isAllOrNothing(claim))
        ? BigDecimal.ZERO
        : BigDecimal.ONE.movePointLeft(digits);
  }

  /** Who writes 100 % of a rate means all of them. */
  private boolean isAllOrNothing(Claim claim) {
    return claim.comparator() == Comparator.EQUALS
        && indicator(claim).filter(it -> it.kind() == Kind.RATE).isPresent()
        && (claim.value().signum() == 0 || claim.value().compareTo(HUNDRED) == 0);
  }

  /** A count, a rank or a number of days is stated to the unit. */
  private boolean isWhole(Claim claim) {
    return switch (claim.comparator()) {
      case EQUALS, PRIOR, CHANGE, AT_LEAST, AT_MOST ->
          indicator(claim)
              .filter(it -> it.kind() != Kind.RATE && it.kind() != Kind.MONEY)
              .isPresent();
      case CHANGE_PCT, CHANGE_POINTS -> false;
      case NUMERATOR, DENOMINATOR, RANK, PEER_RANK, RISES, FALLS, BEST, AMONG_BEST -> true;
    };
  }
}
