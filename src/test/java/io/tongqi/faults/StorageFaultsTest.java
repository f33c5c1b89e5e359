package io.tongqi.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.nio.file.AccessDeniedException;
import org.apache.hadoop.fs.s3a.UnknownStoreException;
import org.junit.jupiter.api.Test;

class StorageFaultsTest {
  @Test
  void shouldBlameTheSettingsWhereAccessIsRefused() {
    assertThat(told(new AccessDeniedException("s3a://bucket/x", null, "403 Forbidden\nmore")))
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "using the storage: access was refused (s3a://bucket/x: 403 Forbidden); correct the"
                + " credentials (on S3 AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, the instance"
                + " role or the credential provider file) or the permissions");
  }

  @Test
  void shouldBlameTheSettingsWhereThereIsNoSuchBucket() {
    assertThat(told(new UnknownStoreException("s3a://buckte/", "no such bucket")))
        .isInstanceOf(SettingsException.class)
        .hasMessageContaining("there is no such bucket");
  }

  @Test
  void shouldHaveTheRunTriedAgainWhereTheStorageIsAway() {
    assertThat(told(new SocketTimeoutException("late"))).isInstanceOf(TryAgainException.class);
    assertThat(told(new ConnectException("refused")))
        .isInstanceOf(TryAgainException.class)
        .hasMessageContaining("run it again when it is back");
  }

  @Test
  void shouldSayNothingOfOtherFailures() {
    assertThat(StorageFaults.told(new FileNotFoundException("x"))).isEmpty();
    assertThat(StorageFaults.told(new IllegalStateException("x"))).isEmpty();
  }

  private static FaultsException told(IOException cause) {
    return StorageFaults.told(new IllegalStateException("job", new UncheckedIOException(cause)))
        .orElseThrow();
  }
}
