import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.yarn.conf.YarnConfiguration;
import org.apache.hadoop.yarn.server.MiniYARNCluster;

/**
 * A YARN cluster of one node in this process, until its standard input ends: {@code YarnCluster
 * FOLDER}. Its configuration is written to the folder once it is up.
 */
public final class YarnCluster {
  private YarnCluster() {}

  public static void main(String[] arguments) throws Exception {
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> {
          failure.printStackTrace();
          Runtime.getRuntime().halt(1);
        });
    Path folder = Path.of(arguments[0]);
    YarnConfiguration configuration = new YarnConfiguration();
    configuration.set("yarn.minicluster.yarn.nodemanager.resource.memory-mb", "9216");
    configuration.set("yarn.nodemanager.vmem-check-enabled", "false");
    configuration.set("yarn.nodemanager.pmem-check-enabled", "false");
    configuration.set("yarn.nodemanager.disk-health-checker.enable", "false");
    configuration.set("yarn.scheduler.capacity.maximum-am-resource-percent", "0.6");
    configuration.set("yarn.scheduler.capacity.root.queues", "default");
    configuration.set("yarn.scheduler.capacity.root.default.capacity", "100");
    MiniYARNCluster cluster = new MiniYARNCluster("trial", 1, 1, 1);
    cluster.init(configuration);
    cluster.start();
    Configuration told = cluster.getConfig();
    told.set("yarn.application.classpath", "");
    Path part = folder.resolve("yarn-site.part");
    try (OutputStream out = Files.newOutputStream(part)) {
      told.writeXml(out);
    }
    Files.writeString(folder.resolve("core-site.xml"), "<configuration/>");
    Files.move(part, folder.resolve("yarn-site.xml"));
    while (System.in.read() >= 0) {
      continue;
    }
    Runtime.getRuntime().halt(0);
  }
}
