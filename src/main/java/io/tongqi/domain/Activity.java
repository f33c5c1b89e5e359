package io.tongqi.domain;

import java.util.Locale;
import java.util.Optional;

/**
 * What a force does or keeps: a quantity that adds up over days and stations, or a stock of which
 * each station has a level on a day.
 *
 * @param activity its code
 * @param type whether quantities of days add up
 * @param name its name
 * @param unit what one of it is called, such as 个 and posts; a share has that of its parts
 * @param better which way it is better
 * @param per the activity that it is a share of; its value is then that share, 1 is 100 %
 */
public record Activity(
    String activity, Type type, Bilingual name, Bilingual unit, Better better, Optional<Whole> per)
    implements Indicator {

  /** What a quantity of a day means. */
  public enum Type {
    /** So much was done on the day: days add up. */
    FLOW,
    /** So much there was on the day: the last level held stands. */
    STOCK;

    private final String column = name().toLowerCase(Locale.ROOT);

    /** Its text in the column {@code activity_type}. */
    public String column() {
      return column;
    }

    /** The type of a text of {@code activity_type}. */
    public static Type of(String column) {
      return valueOf(column.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * The activity that another one is a share of.
   *
   * @param activity its code
   * @param name its name
   */
  public record Whole(String activity, Bilingual name) {}

  @Override
  public String column() {
    return activity;
  }

  @Override
  public Kind kind() {
    return per.isPresent() ? Kind.RATE : Kind.COUNT;
  }

  @Override
  public Bilingual counted(long number) {
    return new Bilingual(number + unit.zh(), number + " " + unit.en());
  }

  @Override
  public boolean isOfMoney() {
    return false;
  }

  /** Not what happens by chance is counted, but what a force decides. */
  @Override
  public boolean tested() {
    return false;
  }

  /** A line may hold any quantity. */
  @Override
  public boolean movesByOneLine() {
    return false;
  }
}
