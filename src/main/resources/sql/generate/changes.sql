-- One row per incident of the last two years whose case is open at the end of 2024: one more version of it, which tells
-- on the last day that it was cleared on that day. All of them stand in one file; place is their order in a lottery.
-- Times are seconds since 2015-01-01.
WITH last_day AS (
  SELECT *, datediff(DATE'2024-12-31', DATE'2015-01-01') * 86400L AS midnight
  FROM incidents
),
clearances AS (
  SELECT *, midnight + draw(number, 'change', 12 * 3600) AS changed
  FROM last_day
  WHERE filed IS NOT NULL AND cleared IS NULL AND recorded < midnight AND reported >= midnight - 730 * 86400
)
SELECT
  0 AS file,
  number,
  changed + 300 + draw(number, 'to tell the change', 11 * 3600) AS updated,
  station,
  category,
  occurred,
  reported,
  arrived,
  filed,
  changed AS cleared,
  loss_yuan,
  recovered_yuan,
  deaths,
  injuries,
  xxhash64(number, 'lottery') AS place
FROM clearances
