package io.tongqi.settings;

import java.util.List;

/** The settings cannot be used; the message has a line for each fault. */
public final class DataRefusedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> faults;

  /** Of all faults that were found, at least one. */
  public DataRefusedException(List<String> faults) {
    super(String.join(System.lineSeparator(), faults));
    this.faults = List.copyOf(faults);
  }

  /** Each fault: the file, the key, what is wrong with which value, and what to do. */
  public List<String> faults() {
    return faults;
  }
}
