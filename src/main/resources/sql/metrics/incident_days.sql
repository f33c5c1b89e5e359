-- Grain: cell, area_level, area, category_group.
-- The days with incidents: bit n of a word stands for the nth day of 64, the words for the days from
-- the first day of all windows on.
WITH
by_station AS (
  SELECT
    datediff(day_totals.day, request.first_day) AS day_number,
    day_totals.station,
    day_totals.category_group,
    sum(day_totals.incidents_reported) AS incidents
  FROM day_totals
  LEFT SEMI JOIN batches ON day_totals.batch_id = batches.batch_id
  CROSS JOIN request
  WHERE day_totals.recorded_on <= (SELECT known_at FROM request)
    AND day_totals.day BETWEEN (SELECT first_day FROM request) AND (SELECT last_day FROM request)
    AND day_totals.incidents_reported <> 0
  GROUP BY ALL
),
by_cell AS (
  SELECT /*+ BROADCAST(station_cells, shown_cells) */ day_number, shown_cells.cell
  FROM by_station
  JOIN station_cells USING (station, category_group)
  JOIN shown_cells USING (station_cell)
  WHERE shown_cells.vintage = 'latest'
  GROUP BY ALL
  HAVING sum(incidents) <> 0
),
words AS (
  SELECT cell, day_number DIV 64 AS word, bit_or(shiftleft(1L, day_number % 64)) AS bits
  FROM by_cell
  GROUP BY ALL
)
SELECT
  cells.cell,
  cells.area_level,
  cells.area,
  cells.category_group,
  collect_list(IF(word IS NULL, NULL, struct(int(word), bits))) AS words
FROM cells
LEFT JOIN words ON words.cell = cells.cell
GROUP BY ALL
