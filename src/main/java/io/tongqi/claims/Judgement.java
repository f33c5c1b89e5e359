package io.tongqi.claims;

import io.tongqi.domain.Bilingual;
import java.util.List;
import java.util.Locale;

/**
 * What came of a statement.
 *
 * @param because the evidence in words: the right figure, what is missing, what cannot be true
 * @param remarks what else a reader should know: how far the rounding reaches, what is within
 *     chance
 */
public record Judgement(
    Statement statement, Verdict verdict, Bilingual because, List<Bilingual> remarks) {

  /** Whether a statement can be published. */
  public enum Verdict {
    /** The tables say the same. */
    SUPPORTED("属实"),
    /** The tables say otherwise. */
    CONTRADICTED("不符"),
    /** The records are not complete enough to say. */
    UNDETERMINED("无法判定"),
    /** There is no record of such a thing, or nothing to compare it with. */
    NOT_COMPUTABLE("无从计算"),
    /** The numbers cannot be true, whatever the records say. */
    INCONSISTENT("自相矛盾");

    private final String zh;

    Verdict(String zh) {
      this.zh = zh;
    }

    /** Its name in both languages. */
    public Bilingual text() {
      return new Bilingual(zh, toString());
    }

    /** Its name in tables and files. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
