package io.tongqi.s3;

import io.tongqi.crash.Storage;
import io.tongqi.s3.UnreliableNetwork.Mishap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.conf.Configuration;

/** An S3 server that fails; the tables of each force lie in a bucket of their own. */
public final class FailingStore implements Storage, AutoCloseable {
  private static final Set<String> CHANGING = Set.of("PUT", "POST", "DELETE");

  private final S3Server server;
  private final UnreliableNetwork network;
  private final Configuration configuration;
  private final AtomicLong operations = new AtomicLong();
  private volatile long failing = Long.MAX_VALUE;
  private volatile Fault fault = Fault.BEFORE;

  /** A server in a process of its own, of which a session's configuration learns. */
  public FailingStore(Path folder, Configuration configuration) throws IOException {
    this.server = new S3Server(folder);
    this.network = new UnreliableNetwork(server.endpoint());
    this.configuration = configuration;
    network.weather((method, path) -> mishap(method));
  }

  private Mishap mishap(String method) {
    boolean isChange = CHANGING.contains(method);
    long operation = isChange ? operations.incrementAndGet() : operations.get();
    if (fault == Fault.HALTED && operation >= failing) {
      return Mishap.LOST;
    }
    if (!isChange || operation != failing) {
      return Mishap.NONE;
    }
    return fault == Fault.ANSWER_LOST ? Mishap.REPLY_LOST : Mishap.LOST;
  }

  @Override
  public List<Fault> faults() {
    return List.of(Fault.BEFORE, Fault.ANSWER_LOST, Fault.HALTED);
  }

  @Override
  public String address(String force) {
    server.configure(configuration, force, network.endpoint());
    for (String limit : List.of("retry.limit", "retry.throttle.limit", "attempts.maximum")) {
      configuration.set(S3Server.option(force, limit), "1");
    }
    return "s3a://" + force + "/warehouse";
  }

  @Override
  public Path folder(String force) {
    return server.bucket(force).resolve("warehouse");
  }

  @Override
  public void failAt(long operation, Fault how) {
    mend();
    fault = how;
    failing = operation;
  }

  @Override
  public long mend() {
    failing = Long.MAX_VALUE;
    return operations.getAndSet(0);
  }

  @Override
  public void close() {
    network.close();
    server.close();
  }
}
