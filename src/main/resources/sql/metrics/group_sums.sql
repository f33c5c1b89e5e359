-- Grain: segment, origin_segment, recorded_segment, station, district, category_group.
-- Groups overlap: an entry counts in each group of its kind.
SELECT /*+ BROADCAST(kind_groups) */
  segment,
  origin_segment,
  recorded_segment,
  station,
  district,
  kind_groups.category_group,
  sum(incidents_reported) AS incidents_reported,
  sum(incidents_occurred) AS incidents_occurred,
  sum(cases_filed) AS cases_filed,
  sum(cases_cleared) AS cases_cleared,
  sum(deaths) AS deaths,
  sum(injuries) AS injuries,
  sum(loss_cents) AS loss_cents,
  sum(recovered_cents) AS recovered_cents,
  sum(arrivals_timed) AS arrivals_timed,
  sum(arrived_within_60s) AS arrived_within_60s,
  sum(arrived_within_180s) AS arrived_within_180s,
  sum(arrived_within_300s) AS arrived_within_300s,
  sum(clearances_timed) AS clearances_timed,
  sum(cleared_within_1h) AS cleared_within_1h,
  sum(cleared_within_24h) AS cleared_within_24h
FROM segment_sums
JOIN kind_groups ON kind_groups.kind = segment_sums.kind
GROUP BY ALL
