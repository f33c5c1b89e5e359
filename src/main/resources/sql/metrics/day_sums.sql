-- Grain: fact.
-- What happened inside the window and was recorded by the cut-off.
SELECT /*+ BROADCAST(cut_segments) */
  area_sums.cell + cut_segments.place AS fact,
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
  sum(cleared_within_24h) AS cleared_within_24h,
  sum(IF(origin_segment >= first_day, cases_cleared, 0)) AS cases_cleared_current,
  sum(IF(origin_segment < first_day, cases_cleared, 0)) AS cases_cleared_backlog
FROM area_sums
JOIN cut_segments
  ON cut_segments.vintage = area_sums.vintage
  AND cut_segments.segment = area_sums.segment
  AND area_sums.recorded_segment <= cut_segments.cut_off
GROUP BY ALL
