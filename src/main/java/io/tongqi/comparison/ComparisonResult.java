package io.tongqi.comparison;

import io.tongqi.domain.Bilingual;

/**
 * What gold.decade_comparison says of one metric: the current year against the years before.
 *
 * @param value of the current year, in the metric's unit, as given
 * @param priorValue of the year before; null if that cannot be compared
 * @param change value less prior value; null for rates
 * @param changePercent change in percent of the prior value; null for rates and unless the prior
 *     value is above 0
 * @param changePoints change of a rate in percentage points; null for other metrics
 * @param perDayChangePercent change of the value per day in percent; null as changePercent is
 * @param yearsCompared years that are wholly covered and have a value, none below zero
 * @param rank competition rank of the current year among those, 1 is best; null if the current year
 *     is not one of them or the metric has no better direction
 * @param bestValue best of the years compared, of several the newest's; null without a better
 *     direction
 * @param bestYears its years, ascending, as "2019, 2024"
 * @param worstValue worst of the years compared; null without a better direction
 * @param worstYears its years
 * @param record what can be claimed
 * @param recordReasonZh why, in Chinese
 * @param recordReasonEn why, in English
 * @param pValue two-sided exact probability of so large a change by chance; counts only
 * @param withinChance whether that is 0.05 or more
 */
public record ComparisonResult(
    Double value,
    Double priorValue,
    Double change,
    Double changePercent,
    Double changePoints,
    Double perDayChangePercent,
    int yearsCompared,
    Integer rank,
    Double bestValue,
    String bestYears,
    Double worstValue,
    String worstYears,
    RecordStanding record,
    String recordReasonZh,
    String recordReasonEn,
    Double pValue,
    Boolean withinChance) {

  ComparisonResult withReason(Bilingual reason) {
    return new ComparisonResult(
        value,
        priorValue,
        change,
        changePercent,
        changePoints,
        perDayChangePercent,
        yearsCompared,
        rank,
        bestValue,
        bestYears,
        worstValue,
        worstYears,
        record,
        reason.zh(),
        reason.en(),
        pValue,
        withinChance);
  }
}
