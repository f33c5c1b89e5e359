package io.tongqi.faults;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.util.List;
import java.util.Optional;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.hadoop.fs.s3a.AWSBadRequestException;
import org.apache.hadoop.fs.s3a.AWSClientIOException;
import org.apache.hadoop.fs.s3a.AWSRedirectException;
import org.apache.hadoop.fs.s3a.AWSUnsupportedFeatureException;
import org.apache.hadoop.fs.s3a.UnknownStoreException;
import org.apache.hadoop.security.AccessControlException;

/** What a failure of the storage means: wrong settings, or a storage that is away. */
public final class StorageFaults {
  private static final String REFUSED =
      "using the storage: access was refused (%s); correct the credentials (on S3 AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, the instance role or the credential provider file) or the permissions";
  private static final String NO_BUCKET =
      "using the storage: there is no such bucket (%s); correct the path, or the endpoint";
  private static final String UNFIT =
      "using the storage: it cannot serve such a request (%s); correct endpoint, region and path style as in conf/spark/s3.conf, or renew credentials that have expired";
  private static final String FULL =
      "using the storage: it is full (%s); make room in the warehouse, and in spark.local.dir and the folder for temporary files, and run it again";
  private static final String AWAY =
      "using the storage: it does not answer, or not now (%s); run it again when it is back";

  private StorageFaults() {}

  /** The failure in words that tell what to do, where the storage is at its root. */
  public static Optional<FaultsException> told(Throwable failure) {
    return ExceptionUtils.getThrowableList(failure).stream()
        .flatMap(it -> toldOfOne(it).stream())
        .findFirst();
  }

  private static Optional<FaultsException> toldOfOne(Throwable cause) {
    if (cause instanceof AccessDeniedException || cause instanceof AccessControlException) {
      return Optional.of(settings(REFUSED, cause));
    }
    if (cause instanceof UnknownStoreException) {
      return Optional.of(settings(NO_BUCKET, cause));
    }
    if (cause instanceof AWSBadRequestException
        || cause instanceof AWSRedirectException
        || cause instanceof AWSUnsupportedFeatureException) {
      return Optional.of(settings(UNFIT, cause));
    }
    if (cause instanceof IOException && shown(cause).contains("No space left on device")) {
      return Optional.of(new TryAgainException(List.of(FULL.formatted(shown(cause)))));
    }
    return isAway(cause)
        ? Optional.of(new TryAgainException(List.of(AWAY.formatted(shown(cause)))))
        : Optional.empty();
  }

  private static boolean isAway(Throwable cause) {
    return cause instanceof AWSClientIOException
        || cause instanceof ConnectException
        || cause instanceof NoRouteToHostException
        || cause instanceof SocketTimeoutException
        || cause instanceof UnknownHostException;
  }

  private static SettingsException settings(String words, Throwable cause) {
    return new SettingsException(List.of(words.formatted(shown(cause))));
  }

  private static String shown(Throwable cause) {
    return String.valueOf(cause.getMessage())
        .lines()
        .findFirst()
        .map(StringUtils::strip)
        .orElse("");
  }
}
