-- Grain: cell, area_level, area, category_group, place.
-- The days with incidents: bit n of a word stands for the nth day of 64, the words for the days from
-- the first day of all windows on. A row without place is the vintage latest, of all its cuts; at
-- equal age each cut knows other records, so that each has a row of its own.
WITH
known AS (
  SELECT /*+ BROADCAST(recorded_days) */
    day_totals.day,
    coalesce(recorded_days.segment, DATE'0001-01-01') AS recorded_segment,
    day_totals.station,
    day_totals.district,
    day_totals.category_group,
    day_totals.incidents_reported AS incidents
  FROM day_totals
  LEFT JOIN calendar AS recorded_days ON recorded_days.day = day_totals.recorded_on
  WHERE day_totals.recorded_on <= (SELECT known_at FROM request)
    AND day_totals.day BETWEEN (SELECT first_day FROM request) AND (SELECT last_day FROM request)
    AND day_totals.incidents_reported <> 0
),
by_station AS (
  SELECT /*+ BROADCAST(station_cells) */ station_cell AS cell, day, sum(incidents) AS incidents
  FROM known
  JOIN station_cells USING (station, category_group)
  GROUP BY ALL
),
by_district AS (
  SELECT district, category_group, day, recorded_segment, sum(incidents) AS incidents
  FROM known
  GROUP BY ALL
),
above_stations AS (
  SELECT /*+ BROADCAST(district_cells) */ cell, day, recorded_segment, sum(incidents) AS incidents
  FROM by_district
  JOIN district_cells USING (district, category_group)
  GROUP BY ALL
),
incident_days AS (
  SELECT cell, CAST(NULL AS INT) AS place, day
  FROM by_station
  WHERE incidents <> 0
  UNION ALL
  SELECT cell, CAST(NULL AS INT) AS place, day
  FROM above_stations
  GROUP BY ALL
  HAVING sum(incidents) <> 0
  UNION ALL
  SELECT /*+ BROADCAST(cuts) */ above_stations.cell, cuts.place, above_stations.day
  FROM above_stations
  JOIN cuts
    ON cuts.vintage = 'equal_age'
    AND above_stations.day BETWEEN cuts.first_day AND cuts.last_day
    AND above_stations.recorded_segment <= cuts.cut_off
  GROUP BY ALL
  HAVING sum(above_stations.incidents) <> 0
),
words AS (
  SELECT
    cell,
    place,
    datediff(day, request.first_day) DIV 64 AS word,
    bit_or(shiftleft(1L, datediff(day, request.first_day) % 64)) AS bits
  FROM incident_days
  CROSS JOIN request
  GROUP BY ALL
),
places AS (
  SELECT cells.*, CAST(NULL AS INT) AS place FROM cells
  UNION ALL
  SELECT cells.*, cuts.place
  FROM cells
  JOIN cuts ON cuts.vintage = 'equal_age'
  WHERE cells.area_level <> 'station'
)
SELECT
  places.cell,
  places.area_level,
  places.area,
  places.category_group,
  places.place,
  collect_list(IF(word IS NULL, NULL, struct(int(word), bits))) AS words
FROM places
LEFT JOIN words ON words.cell = places.cell AND words.place <=> places.place
GROUP BY ALL
