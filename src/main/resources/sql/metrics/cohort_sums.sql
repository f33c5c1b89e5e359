-- Grain: fact.
-- What became of the cases that were filed inside the window: by its end, and by the cut-off.
SELECT /*+ BROADCAST(cut_segments) */
  area_sums.cell + cut_segments.place AS fact,
  sum(IF(area_sums.segment <= last_day, cases_cleared, 0)) AS cohort_cleared,
  sum(cases_cleared) AS cohort_cleared_to_date,
  sum(IF(area_sums.segment <= last_day, recovered_cents, 0)) AS cohort_recovered
FROM area_sums
JOIN cut_segments
  ON cut_segments.vintage = area_sums.vintage
  AND cut_segments.segment = area_sums.origin_segment
  AND area_sums.segment <= cut_segments.cut_off
  AND area_sums.recorded_segment <= cut_segments.cut_off
WHERE cases_cleared <> 0 OR recovered_cents <> 0
GROUP BY ALL
