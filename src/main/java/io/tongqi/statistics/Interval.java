package io.tongqi.statistics;

/**
 * A confidence interval.
 *
 * @param low its lower bound, included
 * @param high its upper bound, included
 */
public record Interval(double low, double high) {}
