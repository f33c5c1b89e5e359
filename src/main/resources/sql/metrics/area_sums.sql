-- Grain: vintage, segment, origin_segment, recorded_segment, area_level, area, category_group.
-- The day of recording only matters at equal age.
SELECT /*+ BROADCAST(shown_areas) */
  shown_areas.vintage,
  segment,
  origin_segment,
  IF(shown_areas.vintage = 'equal_age', recorded_segment, DATE'0001-01-01') AS recorded_segment,
  shown_areas.area_level,
  shown_areas.area,
  category_group,
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
FROM group_sums
JOIN shown_areas ON shown_areas.station = group_sums.station
GROUP BY ALL
