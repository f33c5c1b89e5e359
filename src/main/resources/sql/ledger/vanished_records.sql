-- One row per snapshot of the batch in which records are missing: how many of them, and how many
-- records of its days were held before it.
WITH versions AS (
  SELECT * FROM standing_versions
),
snapshots AS (
  SELECT DISTINCT delivered_on, covered, stations, categories FROM changed_receipts
),
vanished AS (
  SELECT delivered_on, count(DISTINCT record_id) AS records, min(record_id) AS example
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
    AND exists(
      snapshots.covered,
      it -> coalesce(versions.reported_day, versions.filed_day, versions.occurred_day) BETWEEN it.first_day AND it.last_day)
    AND (snapshots.stations IS NULL OR array_contains(snapshots.stations, versions.station))
    AND (snapshots.categories IS NULL OR array_contains(snapshots.categories, versions.category))
  GROUP BY snapshots.delivered_on
)
SELECT delivered_on, vanished.records AS vanished, held.records AS held, example
FROM vanished
JOIN held USING (delivered_on)
ORDER BY delivered_on
