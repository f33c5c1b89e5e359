package io.tongqi.ingest;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * A content that a batch has to read.
 *
 * @param file the first of the paths under which it lies
 * @param sha256 hash of the content
 * @param lines lines that are not blank, a header line included
 * @param positions for csv: where each input column stands in a line, -1 where an optional one is
 *     missing
 * @param fields for csv: how many fields a line has to have
 * @param deliveredOn the delivery's own date when the mapping names one, else null
 */
public record PlannedContent(
    DeliveredFile file,
    String sha256,
    long lines,
    List<Integer> positions,
    int fields,
    LocalDate deliveredOn)
    implements Serializable {}
