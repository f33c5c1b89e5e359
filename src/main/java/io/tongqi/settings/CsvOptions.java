package io.tongqi.settings;

import java.io.Serializable;

/**
 * How a source writes delimited text.
 *
 * @param delimiter between two fields
 * @param quote around a field that contains the delimiter; U+0000 where the source has no quotes
 * @param escape before a quote inside quotes
 * @param multiline whether line breaks stand inside quotes; a file is then read by one task only
 * @param skipLines how many lines stand above the header
 * @param maxColumns how many columns a file may have
 */
public record CsvOptions(
    char delimiter, char quote, char escape, boolean multiline, int skipLines, int maxColumns)
    implements Serializable {}
