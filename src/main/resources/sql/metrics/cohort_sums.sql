-- Grain: vintage, window, year, area_level, area, category_group.
-- What became of the cases that were filed inside the window: by its end, and by the cut-off.
SELECT /*+ BROADCAST(window_segments) */
  window_segments.vintage,
  window_segments.`window`,
  window_segments.year,
  area_level,
  area,
  category_group,
  sum(IF(area_sums.segment <= last_day, cases_cleared, 0)) AS cohort_cleared,
  sum(cases_cleared) AS cohort_cleared_to_date,
  sum(IF(area_sums.segment <= last_day, recovered_cents, 0)) AS cohort_recovered
FROM area_sums
JOIN window_segments
  ON window_segments.vintage = area_sums.vintage
  AND window_segments.segment = area_sums.origin_segment
  AND area_sums.segment <= window_segments.cut_off
  AND area_sums.recorded_segment <= window_segments.cut_off
WHERE cases_cleared <> 0 OR recovered_cents <> 0
GROUP BY ALL
