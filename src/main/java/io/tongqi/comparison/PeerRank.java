package io.tongqi.comparison;

/**
 * The place of an area among its peers.
 *
 * @param rank competition rank, 1 is best; null if the area has no value or no ranking is possible
 * @param count how many areas are ranked; null if no ranking is possible
 */
public record PeerRank(Integer rank, Integer count) {}
