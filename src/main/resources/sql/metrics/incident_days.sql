-- Grain: cell, area_level, area, category_group, place.
-- The days with incidents: bit n of a word stands for the nth day of 64, the words for the days from
-- the first day of all windows on. A row without place is the vintage latest, of all its cuts; at
-- equal age each cut knows other records, so that each has a row of its own.
WITH
by_station AS (
  SELECT
    day_totals.day,
    day_totals.recorded_on,
    day_totals.station,
    day_totals.category_group,
    sum(day_totals.incidents_reported) AS incidents
  FROM day_totals
  LEFT SEMI JOIN batches ON day_totals.batch_id = batches.batch_id
  WHERE day_totals.recorded_on <= (SELECT known_at FROM request)
    AND day_totals.day BETWEEN (SELECT first_day FROM request) AND (SELECT last_day FROM request)
    AND day_totals.incidents_reported <> 0
  GROUP BY ALL
),
by_cell AS (
  SELECT /*+ BROADCAST(station_cells, shown_cells) */
    vintage,
    shown_cells.cell,
    day,
    IF(vintage = 'equal_age', recorded_on, NULL) AS recorded_on,
    sum(incidents) AS incidents
  FROM by_station
  JOIN station_cells USING (station, category_group)
  JOIN shown_cells USING (station_cell)
  GROUP BY ALL
),
incident_days AS (
  SELECT cell, CAST(NULL AS INT) AS place, day
  FROM by_cell
  WHERE vintage = 'latest' AND incidents <> 0
  UNION ALL
  SELECT /*+ BROADCAST(cuts) */ by_cell.cell, cuts.place, by_cell.day
  FROM by_cell
  JOIN cuts
    ON cuts.vintage = by_cell.vintage
    AND by_cell.day BETWEEN cuts.first_day AND cuts.last_day
    AND by_cell.recorded_on <= cuts.cut_off
  WHERE by_cell.vintage = 'equal_age'
  GROUP BY ALL
  HAVING sum(by_cell.incidents) <> 0
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
