package io.tongqi.claims;

import io.tongqi.claims.Arithmetic.Stated;
import io.tongqi.claims.Judgement.Verdict;
import io.tongqi.claims.Statement.Subject;
import io.tongqi.domain.Bilingual;
import io.tongqi.domain.Comparator;
import io.tongqi.domain.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Holds statements against each other, and against what the tables know.
 *
 * @param evidence what the tables know of the figures that statements are about, and of the same
 *     ones of other category groups; empty where no tables were read
 */
public record Judge(Map<Subject, Evidence> evidence) {
  private static final int FEW = 12;

  /** What came of each statement, in their order. */
  public List<Judgement> judge(List<Statement> statements) {
    Map<Subject, List<Statement>> together =
        statements.stream()
            .filter(it -> it.subject().isPresent())
            .collect(Collectors.groupingBy(it -> it.subject().orElseThrow()));
    return statements.stream()
        .map(
            it ->
                it.subject()
                    .map(subject -> judged(it, subject, together.get(subject)))
                    .orElseGet(() -> unknown(it)))
        .toList();
  }

  private static Judgement unknown(Statement statement) {
    return new Judgement(
        statement,
        Verdict.NOT_COMPUTABLE,
        new Bilingual("记录中没有这类数据", "no records tell of it"),
        List.of());
  }

  private Judgement judged(Statement statement, Subject subject, List<Statement> together) {
    Arithmetic arithmetic = new Arithmetic(subject.indicator(), Stated.of(together));
    List<Bilingual> remarks = new ArrayList<>();
    if (isRounded(statement)) {
      remarks.add(reach(statement));
    }
    Optional<Bilingual> contradiction = arithmetic.contradiction();
    if (contradiction.isPresent()) {
      return new Judgement(statement, Verdict.INCONSISTENT, contradiction.get(), remarks);
    }
    if (evidence.isEmpty()) {
      remarks.addAll(priors(statement, subject, arithmetic));
      return new Judgement(
          statement,
          Verdict.UNDETERMINED,
          new Bilingual("数字本身不矛盾；未读取数据表", "the numbers can be true; no tables were read"),
          remarks);
    }
    Evidence known = evidence.get(subject);
    if (known == null) {
      return new Judgement(
          statement,
          Verdict.NOT_COMPUTABLE,
          new Bilingual(
              "数据表中没有该区域、类别或窗口的这项数字",
              "the tables have no such figure for this area, group and window"),
          remarks);
    }
    Finding finding = new Finding(statement, subject.indicator(), known);
    Verdict verdict = finding.verdict();
    if (statement.comparator().isOfChange() && Boolean.TRUE.equals(known.isWithinChance())) {
      remarks.add(new Bilingual("变化在随机波动范围之内", "the change is within chance"));
    }
    if (verdict == Verdict.CONTRADICTED) {
      remarks.addAll(elsewhere(statement, subject));
    }
    return new Judgement(statement, verdict, finding.words(), remarks);
  }

  private static boolean isRounded(Statement statement) {
    return statement.value() != null
        && statement.precision().signum() > 0
        && statement.stated().low().stripTrailingZeros().scale() > 0
        && statement.comparator() != Comparator.AT_LEAST
        && statement.comparator() != Comparator.AT_MOST;
  }

  private static Bilingual reach(Statement statement) {
    return new Bilingual("%1即%2至%3", "%1 means %2 to %3")
        .filled(
            statement.value().toPlainString(),
            statement.stated().low().toPlainString(),
            statement.stated().high().toPlainString());
  }

  /** With which numbers of the year before a percentage can be true at all, where they are few. */
  private static List<Bilingual> priors(
      Statement statement, Subject subject, Arithmetic arithmetic) {
    boolean isOfCounts =
        subject.indicator().kind() != Kind.RATE && subject.indicator().kind() != Kind.MONEY;
    if (!isOfCounts || statement.comparator() != Comparator.CHANGE_PCT) {
      return List.of();
    }
    List<BigDecimal> numbers = arithmetic.smallPriors();
    if (numbers.isEmpty() || numbers.size() > FEW) {
      return List.of();
    }
    String text = numbers.stream().map(BigDecimal::toPlainString).collect(Collectors.joining(", "));
    return List.of(
        new Bilingual("上年同期若不足100，只能是%1", "the year before, if below 100, can only be %1")
            .filled(text));
  }

  /** The other category groups for which the tables say what is stated. */
  private List<Bilingual> elsewhere(Statement statement, Subject subject) {
    String groups =
        evidence.entrySet().stream()
            .filter(it -> !it.getKey().group().equals(subject.group()))
            .filter(it -> isSameElsewhere(it.getKey(), subject))
            .filter(
                it ->
                    new Finding(statement, subject.indicator(), it.getValue()).verdict()
                        == Verdict.SUPPORTED)
            .map(it -> it.getKey().group())
            .sorted()
            .collect(Collectors.joining(", "));
    return groups.isEmpty()
        ? List.of()
        : List.of(new Bilingual("对类别组%1成立", "it is true of the category group %1").filled(groups));
  }

  private static boolean isSameElsewhere(Subject one, Subject other) {
    return one.indicator().equals(other.indicator())
        && one.records().equals(other.records())
        && one.area().equals(other.area())
        && one.window().equals(other.window());
  }
}
