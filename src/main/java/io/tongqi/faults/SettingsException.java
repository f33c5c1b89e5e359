package io.tongqi.faults;

import java.util.List;

/** The settings cannot be used. */
public final class SettingsException extends FaultsException {
  private static final long serialVersionUID = 1L;

  /** Of all faults that were found, at least one. */
  public SettingsException(List<String> faults) {
    super(faults);
  }
}
