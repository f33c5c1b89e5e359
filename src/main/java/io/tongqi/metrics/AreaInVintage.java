package io.tongqi.metrics;

import io.tongqi.coverage.Area;

/**
 * An area's figures in a vintage.
 *
 * @param vintage the vintage
 * @param area the area
 */
record AreaInVintage(Vintage vintage, Area area) {}
