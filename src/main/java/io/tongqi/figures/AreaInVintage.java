package io.tongqi.figures;

import io.tongqi.domain.Area;
import io.tongqi.domain.Vintage;

/**
 * An area's figures in a vintage.
 *
 * @param vintage the vintage
 * @param area the area
 */
record AreaInVintage(Vintage vintage, Area area) {}
