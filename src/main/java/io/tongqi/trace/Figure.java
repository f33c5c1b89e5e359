package io.tongqi.trace;

import io.tongqi.domain.Area;
import io.tongqi.domain.Metric;
import io.tongqi.domain.Vintage;

/**
 * A figure of gold.
 *
 * @param year of the window's end
 */
public record Figure(
    Metric metric, Area area, String group, String window, int year, Vintage vintage) {}
