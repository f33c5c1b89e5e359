-- Grain: fact.
-- How fast officers arrived and cases were cleared, of those for which both times are known.
WITH
shares AS (
  SELECT
    *,
    proportion(arrived_within_60s, arrivals_timed) AS arrival_within_1_min_share,
    proportion(arrived_within_180s, arrivals_timed) AS arrival_within_3_min_share,
    proportion(arrived_within_300s, arrivals_timed) AS arrival_within_5_min_share,
    proportion(cleared_within_1h, clearances_timed) AS cleared_within_1h_share,
    proportion(cleared_within_24h, clearances_timed) AS cleared_within_24h_share
  FROM period_sums
)
SELECT
  fact,
  arrivals_timed,
  arrived_within_60s,
  arrived_within_180s,
  arrived_within_300s,
  arrival_within_1_min_share.rate AS arrival_within_1_min_rate,
  arrival_within_1_min_share.low AS arrival_within_1_min_rate_low,
  arrival_within_1_min_share.high AS arrival_within_1_min_rate_high,
  arrival_within_3_min_share.rate AS arrival_within_3_min_rate,
  arrival_within_3_min_share.low AS arrival_within_3_min_rate_low,
  arrival_within_3_min_share.high AS arrival_within_3_min_rate_high,
  arrival_within_5_min_share.rate AS arrival_within_5_min_rate,
  arrival_within_5_min_share.low AS arrival_within_5_min_rate_low,
  arrival_within_5_min_share.high AS arrival_within_5_min_rate_high,
  clearances_timed,
  cleared_within_1h,
  cleared_within_24h,
  cleared_within_1h_share.rate AS cleared_within_1h_rate,
  cleared_within_1h_share.low AS cleared_within_1h_rate_low,
  cleared_within_1h_share.high AS cleared_within_1h_rate_high,
  cleared_within_24h_share.rate AS cleared_within_24h_rate,
  cleared_within_24h_share.low AS cleared_within_24h_rate_low,
  cleared_within_24h_share.high AS cleared_within_24h_rate_high
FROM shares
