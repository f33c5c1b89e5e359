package io.tongqi.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.SmallForce;
import io.tongqi.SparkTest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rejected version stays open until its record comes mended, not older. */
class NewerRejectedIT extends SparkTest {
  private static final String GOOD = "A1,1,101,bicycle,2024-01-05 10:00,,,1";
  private static final String BAD = "A1,1,101,bicycle,2024-01-05 10:00,,,one";
  private static final String HEADER = SmallForce.HEADER + ",updated\n";

  @TempDir private Path folder;
  private SmallForce force;

  @BeforeEach
  void createForce() {
    emptyTables(folder.resolve("warehouse"));
    force = new SmallForce(folder).edit("tongqi.yaml", "years: 2", "reject_share_limit: 0.9");
  }

  @Test
  void shouldStayOpenBesideOlderVersions() {
    force
        .edit("calls.yaml", "  count: count", "  count: count\n  recorded_at: updated")
        .write(
            "calls/calls-2024-01.csv",
            HEADER + GOOD + ",2024-01-06 10:00\n" + BAD + ",2024-01-08 10:00\n");
    assertThat(states()).containsExactly("A1 open");

    force.write("calls/calls-2024-02.csv", HEADER + GOOD + ",2024-01-07 10:00\n");
    assertThat(states()).containsExactly("A1 open");

    force.write("calls/calls-2024-03.csv", HEADER + GOOD + ",2024-01-09 10:00\n");
    assertThat(states()).containsExactly("A1 settled");
  }

  @Test
  void shouldStayOpenBesideItsOwnFileWhereVersionsHaveNoTime() {
    force.deliver("calls-2024-01.csv", GOOD, BAD);
    assertThat(states()).containsExactly("A1 open");

    force.deliver("calls-2024-01-mended.csv", GOOD);
    assertThat(states()).containsExactly("A1 settled");
  }

  private List<String> states() {
    assertThat(force.run("ingest").err()).isEmpty();
    return force.query(spark(), "SELECT record_id, status FROM bronze.quarantine");
  }
}
