package io.tongqi.sample;

import java.time.YearMonth;
import java.util.List;

/**
 * A line that cannot be booked.
 *
 * @param month the month of its file
 * @param row its texts
 */
record BrokenLine(YearMonth month, List<String> row) {}
