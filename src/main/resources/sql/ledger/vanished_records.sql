-- One row per snapshot of the batch in which records are missing: how many of them, and how many
-- records of its days were held before it.
-- new_snapshots: delivered_on, first_day, last_day and station (null: all), one row a snapshot of the batch.
WITH vanished AS (
  SELECT delivered_on, count(DISTINCT record_id) AS records
  FROM withdrawals
  WHERE side = 1
  GROUP BY delivered_on
),
held AS (
  SELECT s.delivered_on, count(DISTINCT v.record_id) AS records
  FROM new_snapshots AS s
  JOIN explicit_versions AS v
    ON v.side = 1
    AND v.status = 'valid'
    AND v.delivered_on < s.delivered_on
    AND coalesce(v.reported_day, v.filed_day, v.occurred_day) BETWEEN s.first_day AND s.last_day
    AND (s.station IS NULL OR s.station = v.station)
  GROUP BY s.delivered_on
)
SELECT delivered_on, vanished.records AS vanished, held.records AS held
FROM vanished
JOIN held USING (delivered_on)
ORDER BY delivered_on
