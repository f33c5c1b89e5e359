-- Grain: that of period_sums. Adds the shares of fast arrivals and clearances to the sums.
-- How fast officers arrived and cases were cleared, of those for which both times are known.
WITH
shares AS (
  SELECT
    *,
    proportion(arrived_within_60s, arrivals_timed) AS one_minute,
    proportion(arrived_within_180s, arrivals_timed) AS three_minutes,
    proportion(arrived_within_300s, arrivals_timed) AS five_minutes,
    proportion(cleared_within_1h, clearances_timed) AS one_hour,
    proportion(cleared_within_24h, clearances_timed) AS one_day
  FROM period_sums
)
SELECT
  * EXCEPT (one_minute, three_minutes, five_minutes, one_hour, one_day),
  one_minute.rate AS arrival_within_1_min_rate,
  one_minute.low AS arrival_within_1_min_rate_low,
  one_minute.high AS arrival_within_1_min_rate_high,
  three_minutes.rate AS arrival_within_3_min_rate,
  three_minutes.low AS arrival_within_3_min_rate_low,
  three_minutes.high AS arrival_within_3_min_rate_high,
  five_minutes.rate AS arrival_within_5_min_rate,
  five_minutes.low AS arrival_within_5_min_rate_low,
  five_minutes.high AS arrival_within_5_min_rate_high,
  one_hour.rate AS cleared_within_1h_rate,
  one_hour.low AS cleared_within_1h_rate_low,
  one_hour.high AS cleared_within_1h_rate_high,
  one_day.rate AS cleared_within_24h_rate,
  one_day.low AS cleared_within_24h_rate_low,
  one_day.high AS cleared_within_24h_rate_high
FROM shares
