package io.tongqi.s3;

import io.tongqi.crash.Storage;
import io.tongqi.s3.UnreliableNetwork.Mishap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FileUtil;

/** An S3 server that fails; the tables of each force lie in a bucket of their own. */
public final class FailingStore implements Storage, AutoCloseable {
  private static final Set<String> CHANGING = Set.of("PUT", "POST", "DELETE");

  private final S3Server server;
  private final UnreliableNetwork network;
  private final Configuration configuration;
  private long operations;
  private long failing = Long.MAX_VALUE;
  private Fault fault = Fault.BEFORE;
  private String failed = "";

  /** A server in a process of its own, of which a session's configuration learns. */
  public FailingStore(Path folder, Configuration configuration) throws IOException {
    this.server = new S3Server(folder);
    this.network = new UnreliableNetwork(server.endpoint());
    this.configuration = configuration;
    network.weather(this::mishap);
  }

  /** Whoever tries the failing request again meets the same. */
  private synchronized Mishap mishap(String method, String path) {
    String request = method + " " + path;
    boolean isRepeated = request.equals(failed);
    if (CHANGING.contains(method) && !isRepeated && ++operations == failing) {
      failed = request;
      isRepeated = true;
    }
    if (fault == Fault.HALTED && operations >= failing) {
      return Mishap.LOST;
    }
    if (!isRepeated) {
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
    // Once again for a connection that was closed meanwhile.
    for (String limit : List.of("retry.limit", "retry.throttle.limit", "attempts.maximum")) {
      configuration.set(S3Server.option(force, limit), "2");
    }
    return "s3a://" + force + "/warehouse";
  }

  @Override
  public Path folder(String force) {
    return server.bucket(force).resolve("warehouse");
  }

  @Override
  public void copy(String force, String other) throws IOException {
    var from = new org.apache.hadoop.fs.Path(address(force));
    var to = new org.apache.hadoop.fs.Path(address(other));
    FileSystem target = to.getFileSystem(configuration);
    target.delete(to, true);
    FileUtil.copy(from.getFileSystem(configuration), from, target, to, false, configuration);
  }

  @Override
  public synchronized void failAt(long operation, Fault how) {
    mend();
    fault = how;
    failing = operation;
  }

  @Override
  public synchronized long mend() {
    long told = operations;
    operations = 0;
    failing = Long.MAX_VALUE;
    failed = "";
    return told;
  }

  @Override
  public void close() {
    network.close();
    server.close();
  }
}
