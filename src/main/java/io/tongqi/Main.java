package io.tongqi;

/** The command line. */
public final class Main {
  private Main() {}
}
