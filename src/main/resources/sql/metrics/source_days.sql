-- Grain: source, station (null: all of them together).
-- By day from the first of all windows on, how many rows each measure has: entries that book something, less
-- those that take it back.
WITH
entries AS (
  SELECT ledger.*
  FROM ledger
  LEFT SEMI JOIN batches ON batches.batch_id = ledger.batch_id
  WHERE ledger.recorded_on <= (SELECT known_at FROM request)
    AND ledger.day BETWEEN (SELECT first_day FROM request) AND (SELECT known_at FROM request)
),
station_days AS (
  SELECT
    source,
    station,
    datediff(day, (SELECT first_day FROM request)) AS number,
    int(sum(signum(${measure}))) AS ${measure}
  FROM entries
  GROUP BY ALL
),
all_days AS (
  SELECT
    source,
    number,
    int(sum(${measure})) AS ${measure}
  FROM station_days
  GROUP BY ALL
)
SELECT
  source,
  station,
  collect_list(struct(
    number,
    ${measure}
  )) AS days
FROM station_days
GROUP BY source, station
UNION ALL
SELECT
  source,
  CAST(NULL AS STRING) AS station,
  collect_list(struct(
    number,
    ${measure}
  )) AS days
FROM all_days
GROUP BY source
