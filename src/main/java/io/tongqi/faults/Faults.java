package io.tongqi.faults;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with the settings, collected so that all of it can be reported together. */
public final class Faults {
  private final List<String> faults = new ArrayList<>();

  /**
   * Records a fault.
   *
   * @param file the file at fault
   * @param place where in it: a key, or a line and column
   * @param problem what is wrong with which value
   * @param remedy what to do
   */
  public void add(Object file, String place, String problem, String remedy) {
    faults.add("%s: %s: %s; %s".formatted(file, place, problem, remedy));
  }

  /** All faults so far, in the order in which they were found. */
  public List<String> list() {
    return List.copyOf(faults);
  }

  /** How many faults there are so far. */
  public int count() {
    return faults.size();
  }
}
