package io.tongqi.domain;

import java.io.Serializable;

/**
 * The force, a district or a station of today.
 *
 * @param level its level
 * @param code its code in `area`
 */
public record Area(AreaLevel level, String code) implements Serializable {}
