-- One row per record version of held_versions, on each side (after, before) of the batch.
-- Adds the day the force's records said so (known_on), whether the version is a first one without a
-- version time (its events then count as recorded on their own days), and the day from which a
-- later version stands instead (superseded_on). A version without a time comes first on its day.
WITH dated AS (
  SELECT
    held_versions.*,
    coalesce(recorded_day, delivered_on) AS known_on
  FROM held_versions
)
SELECT
  dated.*,
  recorded_at IS NULL AND row_number() OVER record = 1 AS is_known_on_own_days,
  lead(known_on) OVER record AS superseded_on,
  lead(true) OVER record IS NOT NULL AS is_superseded
FROM dated
WINDOW record AS (
  PARTITION BY side, record_id
  ORDER BY known_on, recorded_at, delivered_on, version_hash
)
