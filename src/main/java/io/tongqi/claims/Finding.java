package io.tongqi.claims;

import io.tongqi.claims.Judgement.Verdict;
import io.tongqi.domain.Bilingual;
import io.tongqi.domain.Comparator;
import io.tongqi.domain.Indicator;
import io.tongqi.domain.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Optional;
import javax.annotation.Nullable;

/** A statement beside what the tables know of its figure. */
record Finding(Statement statement, Indicator indicator, Evidence evidence) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final MathContext EXACT_ENOUGH = new MathContext(12);
  private static final int SHOWN = 2;

  /** The first of so many parts of all areas are among the best. */
  private static final int BEST_PART = 4;

  Verdict verdict() {
    Optional<Verdict> withheld = withheld();
    if (withheld.isPresent()) {
      return withheld.get();
    }
    boolean isTrue =
        switch (statement.comparator()) {
          case EQUALS,
              PRIOR,
              CHANGE,
              CHANGE_PCT,
              CHANGE_POINTS,
              NUMERATOR,
              DENOMINATOR,
              RANK,
              PEER_RANK ->
              statement.stated().contains(told().orElseThrow());
          case AT_LEAST -> told().orElseThrow().compareTo(statement.value()) >= 0;
          case AT_MOST -> told().orElseThrow().compareTo(statement.value()) <= 0;
          case RISES -> told().orElseThrow().signum() > 0;
          case FALLS -> told().orElseThrow().signum() < 0;
          case BEST -> evidence.record().equals("best") || evidence.record().equals("equals_best");
          case AMONG_BEST -> evidence.peerRank() <= Math.max(1, evidence.peerCount() / BEST_PART);
        };
    if (isTrue) {
      return Verdict.SUPPORTED;
    }
    return isConfused() ? Verdict.INCONSISTENT : Verdict.CONTRADICTED;
  }

  /**
   * Why the tables cannot say: the records are not complete, or there is nothing to compare with.
   */
  private Optional<Verdict> withheld() {
    Comparator comparator = statement.comparator();
    if (lacksBaseline()) {
      return Optional.of(Verdict.NOT_COMPUTABLE);
    }
    if (comparator == Comparator.BEST) {
      boolean isShort =
          statement.value() != null
              && statement.value().compareTo(BigDecimal.valueOf(evidence.yearsCompared())) > 0;
      return evidence.record().equals("undetermined") || isShort
          ? Optional.of(Verdict.UNDETERMINED)
          : Optional.empty();
    }
    if (comparator == Comparator.AMONG_BEST || comparator == Comparator.PEER_RANK) {
      return evidence.peerRank() == null ? Optional.of(Verdict.UNDETERMINED) : Optional.empty();
    }
    if (comparator == Comparator.RANK) {
      return evidence.rank() == null ? Optional.of(Verdict.UNDETERMINED) : Optional.empty();
    }
    boolean isPriorNeeded = comparator.isOfChange() || comparator == Comparator.PRIOR;
    boolean isCovered =
        isWhole(evidence.coverage()) && (!isPriorNeeded || isWhole(evidence.priorCoverage()));
    if (!isCovered) {
      return Optional.of(Verdict.UNDETERMINED);
    }
    return told().isPresent() ? Optional.empty() : Optional.of(Verdict.NOT_COMPUTABLE);
  }

  /** Whether it compares an activity with years that are not held. */
  private boolean lacksBaseline() {
    if (evidence.noBaseline() == null) {
      return false;
    }
    return switch (statement.comparator()) {
      case PRIOR, CHANGE, CHANGE_PCT, CHANGE_POINTS, RISES, FALLS -> true;
      case BEST, RANK -> evidence.yearsCompared() <= 1;
      case EQUALS, AT_LEAST, AT_MOST, NUMERATOR, DENOMINATOR, PEER_RANK, AMONG_BEST -> false;
    };
  }

  private static boolean isWhole(@Nullable Double coverage) {
    return coverage != null && coverage >= 1;
  }

  /** What the tables say in place of the stated number; empty where they say nothing. */
  private Optional<BigDecimal> told() {
    return switch (statement.comparator()) {
      case EQUALS, AT_LEAST, AT_MOST -> shown(evidence.value());
      case PRIOR -> shown(evidence.priorValue());
      case CHANGE, CHANGE_POINTS, RISES, FALLS -> change();
      case CHANGE_PCT -> changePercent();
      case NUMERATOR -> part(evidence.numerator());
      case DENOMINATOR -> part(evidence.denominator());
      case RANK -> Optional.ofNullable(evidence.rank()).map(BigDecimal::valueOf);
      case PEER_RANK, AMONG_BEST ->
          Optional.ofNullable(evidence.peerRank()).map(BigDecimal::valueOf);
      case BEST -> Optional.empty();
    };
  }

  /** In the unit that statements are written in: percent for rates, yuan for cents. */
  private Optional<BigDecimal> shown(@Nullable Double value) {
    return Optional.ofNullable(value)
        .map(it -> BigDecimal.valueOf(it).round(EXACT_ENOUGH))
        .map(
            it ->
                switch (indicator.kind()) {
                  case RATE -> it.movePointRight(2);
                  case MONEY -> it.movePointLeft(2);
                  case COUNT, DAYS, RUN -> it;
                });
  }

  private Optional<BigDecimal> part(@Nullable Double number) {
    return Optional.ofNullable(number).map(BigDecimal::valueOf);
  }

  private Optional<BigDecimal> change() {
    return shown(evidence.value()).flatMap(now -> shown(evidence.priorValue()).map(now::subtract));
  }

  private Optional<BigDecimal> changePercent() {
    return shown(evidence.priorValue())
        .filter(before -> before.signum() > 0)
        .flatMap(before -> change().map(it -> it.multiply(HUNDRED).divide(before, EXACT_ENOUGH)));
  }

  /**
   * Whether a rate's change is stated in percent of what is one in percentage points, or reverse.
   */
  private boolean isConfused() {
    if (indicator.kind() != Kind.RATE) {
      return false;
    }
    return switch (statement.comparator()) {
      case CHANGE_PCT -> change().filter(statement.stated()::contains).isPresent();
      case CHANGE, CHANGE_POINTS ->
          changePercent().filter(statement.stated()::contains).isPresent();
      case EQUALS,
          AT_LEAST,
          AT_MOST,
          PRIOR,
          RISES,
          FALLS,
          NUMERATOR,
          DENOMINATOR,
          BEST,
          RANK,
          PEER_RANK,
          AMONG_BEST ->
          false;
    };
  }

  /** The evidence. */
  Bilingual words() {
    if (lacksBaseline()) {
      return evidence.noBaseline();
    }
    return switch (statement.comparator()) {
      case BEST -> evidence.reason();
      case RANK ->
          rank(evidence.rank(), evidence.yearsCompared(), new Bilingual("个同期", "same periods"));
      case PEER_RANK, AMONG_BEST ->
          rank(
              evidence.peerRank(),
              evidence.peerCount(),
              new Bilingual("个同级单位", "areas of its level"));
      case NUMERATOR, DENOMINATOR, EQUALS, AT_LEAST, AT_MOST -> value();
      case PRIOR, CHANGE, CHANGE_PCT, CHANGE_POINTS, RISES, FALLS -> changed();
    };
  }

  private Bilingual rank(@Nullable Integer rank, @Nullable Integer of, Bilingual what) {
    return rank == null
        ? evidence.reason()
        : new Bilingual("在%2%3中排第%1位", "ranks %1 of %2 %3").filled(rank, of, what);
  }

  private Bilingual value() {
    Bilingual value = text(shown(evidence.value()));
    Bilingual whole =
        indicator.kind() == Kind.RATE && evidence.denominator() != null
            ? new Bilingual("（%1/%2）", " (%1 of %2)")
                .filled(amount(evidence.numerator()), amount(evidence.denominator()))
            : new Bilingual("", "");
    return new Bilingual("数据表为%1%2%3", "the tables say %1%2%3")
        .filled(value, whole, coverage(evidence.coverage()));
  }

  private Bilingual changed() {
    Bilingual percent =
        changePercent()
            .map(it -> new Bilingual("（%1）", " (%1)").filled(percent(it)))
            .orElse(new Bilingual("", ""));
    return new Bilingual("本期%1%4，上年同期%2%5，增减%3%6", "%1%4 after %2%5 the year before: %3%6")
        .filled(
            text(shown(evidence.value())),
            text(shown(evidence.priorValue())),
            text(change()),
            coverage(evidence.coverage()),
            coverage(evidence.priorCoverage()),
            percent);
  }

  private static Bilingual coverage(@Nullable Double coverage) {
    if (isWhole(coverage)) {
      return new Bilingual("", "");
    }
    BigDecimal share = BigDecimal.valueOf(coverage == null ? 0 : coverage * 100);
    return new Bilingual("（覆盖率%1）", " (%1 covered)").filled(percent(share));
  }

  private Bilingual text(Optional<BigDecimal> value) {
    return value
        .map(
            it ->
                indicator.kind() == Kind.RATE ? percent(it) : new Bilingual(number(it), number(it)))
        .orElse(new Bilingual("无", "nothing"));
  }

  private static Bilingual percent(BigDecimal value) {
    return new Bilingual(number(value) + "%", number(value) + " %");
  }

  /** Half of a rate: a number of cases, or cents in yuan. */
  private String amount(@Nullable Double value) {
    BigDecimal amount = value == null ? BigDecimal.ZERO : BigDecimal.valueOf(value);
    return number(indicator.isOfMoney() ? amount.movePointLeft(2) : amount);
  }

  private static String number(BigDecimal value) {
    return value.setScale(SHOWN, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
  }
}
