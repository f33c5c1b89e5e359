package io.tongqi.tables;

import java.time.Duration;

/** Waiting until somebody else has done something. */
public final class Pause {
  private Pause() {}

  /**
   * Waits.
   *
   * @param told what is said when the wait is interrupted: what was being done, and what to do
   * @throws IllegalStateException when it is interrupted
   */
  public static void of(Duration length, String told) {
    try {
      Thread.sleep(length.toMillis());
    } catch (InterruptedException interruption) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(told, interruption);
    }
  }
}
