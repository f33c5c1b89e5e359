package io.tongqi.domain;

/** The format of the files of a source. */
public enum Format {
  /** Text with a header line and a delimiter. */
  CSV,
  /** One JSON object a line. */
  JSON,
  /** Apache Parquet. */
  PARQUET
}
