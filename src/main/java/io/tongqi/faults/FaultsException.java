package io.tongqi.faults;

import java.util.List;

/** A run cannot go on for reasons that its user can do something about, all of them together. */
public abstract class FaultsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  /** Of all faults that were found, at least one. */
  FaultsException(List<String> faults) {
    super(String.join(System.lineSeparator(), faults));
    this.faults = List.copyOf(faults);
  }

  /** Each fault: what was being done, what is wrong with which value, and what to do. */
  public List<String> faults() {
    return faults;
  }
}
