package io.tongqi.settings;

/**
 * How a source writes delimited text.
 *
 * @param delimiter between two fields
 * @param quote around a field that contains the delimiter; U+0000 where the source has no quotes
 * @param escape before a quote inside quotes
 * @param multiline whether line breaks stand inside quotes; a file is then read by one task only
 */
public record CsvOptions(char delimiter, char quote, char escape, boolean multiline) {}
