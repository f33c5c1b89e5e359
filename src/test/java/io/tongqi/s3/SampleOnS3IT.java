package io.tongqi.s3;

import static org.assertj.core.api.Assertions.assertThat;

import io.tongqi.SampleNight;
import io.tongqi.SparkTest;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job with its deliveries and tables on S3, held against the figures of the sample. */
class SampleOnS3IT extends SparkTest {
  private static final String BUCKET = "sample";
  private static final String DELIVERIES = "s3a://%s/deliveries".formatted(BUCKET);

  @TempDir private Path folder;

  @Test
  void shouldGiveEveryFigureOfTheSample() throws IOException {
    try (S3Server server = new S3Server(folder)) {
      // given
      Configuration hadoop = spark().sparkContext().hadoopConfiguration();
      server.configure(hadoop, BUCKET, server.endpoint());
      Path deliveries = folder.resolve("deliveries");
      SampleNight.deliver(deliveries, "");
      S3Server.upload(hadoop, deliveries, DELIVERIES);
      SampleNight night =
          new SampleNight(
              folder.resolve("force"), "s3a://%s/warehouse".formatted(BUCKET), DELIVERIES);

      // then
      assertThat(night.run()).isZero();
      assertThat(night.differences(spark())).isEmpty();
    }
  }
}
