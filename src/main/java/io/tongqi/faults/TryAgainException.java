package io.tongqi.faults;

import java.util.List;

/** Another run holds the tables, or the storage does not answer; later it may go well. */
public final class TryAgainException extends FaultsException {
  private static final long serialVersionUID = 1L;

  /** Of all faults that were found, at least one. */
  public TryAgainException(List<String> faults) {
    super(faults);
  }
}
