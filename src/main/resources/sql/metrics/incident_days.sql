-- Grain: area_level, area, category_group.
-- The days with incidents, as a bitmap: bit n stands for the nth day after the first of all windows.
WITH
by_station AS (
  SELECT
    datediff(day_totals.day, horizon.first_day) AS day_number,
    day_totals.station,
    day_totals.category_group,
    sum(day_totals.incidents_reported) AS incidents
  FROM day_totals
  LEFT SEMI JOIN batches ON day_totals.batch_id = batches.batch_id
  CROSS JOIN horizon
  WHERE day_totals.recorded_on <= (SELECT known_at FROM request)
    AND day_totals.day BETWEEN horizon.first_day AND horizon.last_day
    AND day_totals.incidents_reported <> 0
  GROUP BY 1, 2, 3
),
by_area AS (
  SELECT /*+ BROADCAST(shown_areas) */ day_number, area_level, area, category_group
  FROM by_station
  JOIN shown_areas ON shown_areas.station = by_station.station
  WHERE shown_areas.vintage = 'latest'
  GROUP BY ALL
  HAVING sum(incidents) <> 0
)
SELECT area_level, area, category_group, bitmap_construct_agg(day_number) AS incident_days
FROM by_area
GROUP BY ALL
