package io.tongqi.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tongqi.faults.SettingsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No file of settings holds a secret. */
class SecretsTest {
  private static final String REMEDY =
      "give AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the environment, an instance role, or a"
          + " credential provider file (docs/operations.md)";

  @TempDir Path folder;
  private TestFiles files;

  @BeforeEach
  void soundFiles() {
    files = new TestFiles(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spark.hadoop.fs.s3a.access.key",
        "spark.hadoop.fs.s3a.secret.key",
        "spark.hadoop.fs.s3a.session.token",
        "spark.hadoop.fs.s3a.bucket.archive.2024.access.key",
        "spark.hadoop.fs.s3a.bucket.archive.secret.key",
        "spark.hadoop.fs.s3a.proxy.password"
      })
  void shouldRefuseTheKeyOfASecret(String key) {
    for (String value : List.of("geheim", "[geheim]", "{a: geheim}")) {
      // given
      conf(key + ": " + value);

      // then
      assertThat(files.faults())
          .as(value)
          .containsExactly(
              "tongqi.yaml: key spark.conf.%s: is a secret, which no file of settings may hold; remove it, and %s"
                  .formatted(key, REMEDY));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spark.hadoop.fs.s3a.encryption.key",
        "spark.hadoop.fs.s3a.bucket.archive.encryption.key",
        "spark.hadoop.fs.s3a.server-side-encryption.key"
      })
  void shouldRefuseAnEncryptionKeyButNotTheNameOfOne(String key) {
    conf(key + ": c2VjcmV0");
    assertThat(files.faults())
        .containsExactly(
            ("tongqi.yaml: key spark.conf.%s: holds an encryption key, which no file of settings may;"
                    + " name a key of KMS by its ARN, or keep the key in a credential provider file"
                    + " (docs/operations.md)")
                .formatted(key));

    conf(key + ": 'arn:aws:kms:eu-central-1:111122223333:key/1234'");
    assertThat(files.load().sparkConfiguration()).containsKey(key);
  }

  @Test
  void shouldRefuseAnAddressWithASecret() {
    // given
    String address = "s3a://AKIDEXAMPLE:geheim/x@bucket/tongqi";
    files
        .write(
            "tongqi.yaml",
            TestFiles.SETTINGS.replace("warehouse: warehouse", "warehouse: " + address)
                + "spark: {conf: {spark.eventLog.dir: '%s', spark.jars: ['%s']}}\n"
                    .formatted(address, address))
        .write("calls.yaml", TestFiles.CALLS.replace("root: calls", "root: " + address));

    // then
    String problem =
        "holds a user and a secret, which no file of settings may; write the address without them,"
            + " and ";
    assertThat(files.faults())
        .contains(
            "tongqi.yaml: key warehouse: " + problem + REMEDY,
            "tongqi.yaml: key spark.conf.spark.eventLog.dir: " + problem + REMEDY,
            "calls.yaml: key root: " + problem + REMEDY)
        .noneMatch(fault -> fault.contains("geheim"));
  }

  @Test
  void shouldNotShowASecretBesideAVariableThatIsNotDefined() {
    files.write(
        "tongqi.yaml",
        TestFiles.SETTINGS.replace(
            "warehouse: warehouse", "warehouse: 's3a://AKIDEXAMPLE:geheim@${NOWHERE}/tongqi'"));

    assertThat(files.faults())
        .anyMatch(fault -> fault.contains("environment variable NOWHERE"))
        .noneMatch(fault -> fault.contains("geheim"));
  }

  @Test
  void shouldTakeTheFileOfPropertiesThatTheEnvironmentNames() {
    // given
    conf("spark.executor.cores: 4, spark.executor.memory: 8g");
    files.write("s3.conf", "# S3\nspark.executor.cores   2 \nspark.ui.enabled=true\n");

    // when
    Settings settings = load();

    // then
    assertThat(settings.sparkConfiguration())
        .containsExactly(
            Map.entry("spark.executor.cores", "2"),
            Map.entry("spark.executor.memory", "8g"),
            Map.entry("spark.ui.enabled", "true"));
  }

  @Test
  void shouldRefuseASecretInTheFileOfProperties() {
    files.write("s3.conf", "spark.hadoop.fs.s3a.secret.key geheim\n");

    assertThatThrownBy(this::load)
        .isInstanceOf(SettingsException.class)
        .hasMessage(
            "%s: key spark.conf.spark.hadoop.fs.s3a.secret.key: is a secret, which no file of settings may hold; remove it, and %s"
                .formatted(folder.resolve("s3.conf"), REMEDY));
  }

  @Test
  void shouldNameAMissingFileOfProperties() {
    assertThatThrownBy(this::load)
        .hasMessage(
            "%s: the file: does not exist; create it, or correct TONGQI_SPARK_PROPERTIES"
                .formatted(folder.resolve("s3.conf")));
  }

  @Test
  void shouldRefuseASecretThatSparkWasGivenOtherwise() {
    assertThatThrownBy(
            () ->
                SparkProperties.refuseSecrets(
                    "spark-submit", Map.of("spark.hadoop.fs.s3a.secret.key", "geheim")))
        .hasMessageStartingWith(
            "spark-submit: key spark.conf.spark.hadoop.fs.s3a.secret.key: is a secret");
    assertThatCode(
            () -> SparkProperties.refuseSecrets("spark-submit", Map.of("spark.submit.pyFiles", "")))
        .doesNotThrowAnyException();
  }

  @Test
  void shouldAllowThePropertiesForS3() {
    Settings settings =
        SettingsFile.load(
            files.path("tongqi.yaml"), Map.of(SparkProperties.VARIABLE, "conf/spark/s3.conf"));

    assertThat(settings.sparkConfiguration())
        .containsEntry("spark.hadoop.fs.s3a.retry.throttle.limit", "20")
        .extractingByKey("spark.hadoop.fs.s3a.performance.flags")
        .asString()
        .doesNotContain("create", "*");
  }

  private void conf(String keys) {
    files.write("tongqi.yaml", TestFiles.SETTINGS + "spark: {conf: {" + keys + "}}\n");
  }

  private Settings load() {
    return SettingsFile.load(
        files.path("tongqi.yaml"),
        Map.of(SparkProperties.VARIABLE, folder.resolve("s3.conf").toString()));
  }
}
