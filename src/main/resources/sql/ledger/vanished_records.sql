-- One row per snapshot of the batch in which records are missing: how many of them, and how many
-- records of its days were held before it.
WITH versions AS (
  SELECT * FROM standing_versions
),
snapshots AS (
  SELECT DISTINCT delivered_on, first_day, last_day, station FROM changed_receipts
),
vanished AS (
  SELECT delivered_on, count(DISTINCT record_id) AS records
  FROM versions
  WHERE is_implied
  GROUP BY delivered_on
),
held AS (
  SELECT snapshots.delivered_on, count(DISTINCT versions.record_id) AS records
  FROM snapshots
  JOIN versions
    ON NOT versions.is_implied
    AND versions.status = 'valid'
    AND versions.delivered_on < snapshots.delivered_on
    AND coalesce(versions.reported_day, versions.filed_day, versions.occurred_day)
      BETWEEN snapshots.first_day AND snapshots.last_day
    AND (snapshots.station IS NULL OR snapshots.station = versions.station)
  GROUP BY snapshots.delivered_on
)
SELECT delivered_on, vanished.records AS vanished, held.records AS held
FROM vanished
JOIN held USING (delivered_on)
ORDER BY delivered_on
