package io.tongqi.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a file is by its first bytes, whatever its name says. */
enum FileSignature {
  GZIP("\u001F\u008B\b", "compressed with gzip"),
  BZIP2("BZh[1-9]1AY&SY", "compressed with bzip2"),
  ZIP("PK(?:\u0003\u0004|\u0005\u0006)", "a zip archive"),
  XZ("\u00FD7zXZ\0", "compressed with xz"),
  SEVEN_ZIP("7z\u00BC\u00AF'\u001C", "a 7z archive"),
  RAR("Rar!\u001A\u0007", "a RAR archive"),
  OLD_WORKBOOK(
      "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1",
      "an Excel workbook of the old kind (xls)"),
  PDF("\\s*%PDF-", "a PDF"),
  HTML(
      "(?i)(?:\u00EF\u00BB\u00BF)?\\s*(?:<!--.*?-->\\s*)*<(?:!doctype html|(?:html|head|body|meta|table)[\\s>])",
      "a page of HTML"),
  XML("(?:\u00EF\u00BB\u00BF)?\\s*<\\?xml\\s", "an XML document"),
  DATABASE("SQLite format 3\0|\0\u0001\0\0Standard (?:Jet|ACE) DB", "a database"),
  PARQUET("PAR[1E]", "a Parquet file"),
  UTF_16_LITTLE("\u00FF\u00FE", "UTF-16"),
  UTF_16_BIG("\u00FE\u00FF", "UTF-16"),
  UTF_16_UNMARKED(
      "(?:[^\0]\0){8}|(?:\0[^\0]){8}",
      "UTF-16 without the mark (FF FE or FE FF) that tells which kind"),
  UTF_8("\u00EF\u00BB\u00BF", "UTF-8"),
  OTHER("", "a file of another kind");

  /** So many bytes are enough to tell. */
  static final int BYTES = 1024;

  private final Pattern pattern;
  private final String words;

  FileSignature(String pattern, String words) {
    this.pattern = Pattern.compile(pattern, Pattern.DOTALL);
    this.words = words;
  }

  /** What begins with these bytes. */
  static FileSignature of(byte[] first) {
    String text = new String(first, StandardCharsets.ISO_8859_1);
    return Arrays.stream(values())
        .filter(it -> it.pattern.matcher(text).lookingAt())
        .findFirst()
        .orElseThrow();
  }

  /** What it is, in words. */
  String words() {
    return words;
  }

  /** Why a text file of records cannot be that; empty where it can. */
  Optional<String> fault() {
    return switch (this) {
      case GZIP, BZIP2, UTF_16_LITTLE, UTF_16_BIG, UTF_8, OTHER -> Optional.empty();
      case ZIP -> Optional.of("it is a zip archive inside another; unpack it");
      case PARQUET -> Optional.of("it is a Parquet file; deliver it to a source of format parquet");
      case UTF_16_UNMARKED ->
          Optional.of("it is " + words + "; have it delivered with the mark, or in UTF-8");
      case XZ, SEVEN_ZIP, RAR -> Optional.of("it is " + words + "; pack it with gzip or zip");
      case OLD_WORKBOOK, PDF, HTML, XML, DATABASE ->
          Optional.of("it is " + words + "; have the records exported as text with delimiters");
    };
  }
}
