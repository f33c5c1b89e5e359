package io.tongqi.runs;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * The process that drives a run.
 *
 * @param host its host, by name
 * @param process its number there
 */
public record Driver(String host, long process) {
  /** This process. */
  public static Driver ofThisProcess() {
    return new Driver(localHost(), ProcessHandle.current().pid());
  }

  /** Whether it is known to be gone, which can be told of processes of this host alone. */
  boolean isGone() {
    return host.equals(localHost()) && ProcessHandle.of(process).isEmpty();
  }

  private static String localHost() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException nameless) {
      return "localhost";
    }
  }
}
