package io.tongqi.report.page;

import java.util.List;

/**
 * A chart of a page, with the same numbers as a table for those who cannot see it.
 *
 * @param id unique on the page
 * @param caption what it shows
 * @param option what ECharts draws, as JSON
 * @param height in pixels
 * @param header the names of the table's columns
 * @param rows its rows
 */
public record Chart(
    String id,
    String caption,
    String option,
    int height,
    List<String> header,
    List<List<String>> rows) {}
