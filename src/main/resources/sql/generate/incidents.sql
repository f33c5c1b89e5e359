-- One row per incident of numbers (number, counted from 0; incidents, how many there are): what happens in the years 2015
-- to 2024, and when the force records it (recorded) and its clearance (told: the same or a later time). Times are
-- seconds since 2015-01-01, and null where there is none. What would be recorded after 2024 is left out.
WITH ten_years AS (
  SELECT number, incidents, datediff(DATE'2025-01-01', DATE'2015-01-01') * 86400L - 1 AS last
  FROM numbers
),
reports AS (
  -- In the order of their numbers, and evenly spread.
  SELECT
    number,
    last,
    number * (last - last DIV incidents) DIV incidents + draw(number, 'report', last DIV incidents + 1) AS reported,
    least(draw(number, 'station', 200), draw(number, 'other station', 200)) AS station,
    least(draw(number, 'category', 60), draw(number, 'other category', 60)) AS category
  FROM ten_years
),
events AS (
  SELECT
    *,
    CASE WHEN draw(number, 'occurrence', 100) < 90
      THEN reported - draw(number, 'to report', IF(draw(number, 'late report', 100) < 20, 3 * 86400, 3600)) END AS occurred,
    CASE WHEN draw(number, 'arrival', 100) < 80
      THEN least(last, reported + 20 + draw(number, 'to arrive', 900)) END AS arrived,
    CASE WHEN draw(number, 'filing', 100) < 60
      THEN least(last, reported + draw(number, 'to file', IF(draw(number, 'late filing', 100) < 20, 5 * 86400, 3 * 3600))) END AS filed
  FROM reports
),
records AS (
  SELECT
    *,
    least(last, greatest(reported, arrived, filed) + 60 + draw(number, 'to record', 3 * 3600)) AS recorded,
    CASE WHEN draw(number, 'clearance', 100) < 45
      THEN filed + draw(number, 'to clear', IF(draw(number, 'late clearance', 100) < 37, 900 * 86400, 3600)) END AS cleared
  FROM events
),
clearances AS (
  SELECT
    * EXCEPT (cleared),
    IF(cleared <= recorded, recorded, cleared + 300 + draw(number, 'to tell', 86400)) AS told,
    cleared
  FROM records
),
amounts AS (
  SELECT
    *,
    IF(filed IS NOT NULL AND category % 3 = 0, 50 + draw(number, 'loss', 20000), 0) AS loss_yuan,
    IF(draw(number, 'recovery', 100) < 50, draw(number, 'recovered percent', 101), 0) AS recovered_percent
  FROM clearances
)
SELECT
  number,
  station,
  category,
  occurred,
  reported,
  arrived,
  filed,
  recorded,
  IF(told <= last, cleared, NULL) AS cleared,
  IF(told <= last, told, NULL) AS told,
  loss_yuan,
  loss_yuan * recovered_percent DIV 100 AS recovered_yuan,
  IF(category % 20 = 1 AND draw(number, 'death', 100) < 3, 1, 0) AS deaths,
  IF(category % 4 = 1, draw(number, 'injuries', 3), 0) AS injuries
FROM amounts
