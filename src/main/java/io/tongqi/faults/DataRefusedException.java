package io.tongqi.faults;

import java.util.List;

/** What was delivered is refused by a quality rule; nothing of it is booked. */
public final class DataRefusedException extends FaultsException {
  private static final long serialVersionUID = 1L;

  /** Of all faults that were found, at least one. */
  public DataRefusedException(List<String> faults) {
    super(faults);
  }
}
