-- One row per withdrawal that later snapshots imply: a version of explicit_versions, withdrawn on the
-- date of the first later snapshot of its day in which the record is missing.
-- snapshots: delivered_on, first_day, last_day and station (null: all), one row a standing snapshot.
WITH bounded AS (
  SELECT
    v.*,
    coalesce(reported_day, filed_day, occurred_day) AS record_day,
    lead(delivered_on) OVER record AS next_delivered_on
  FROM explicit_versions AS v
  WINDOW record AS (
    PARTITION BY side, record_id
    ORDER BY coalesce(recorded_day, delivered_on), recorded_at, delivered_on, version_hash
  )
),
missing AS (
  SELECT
    b.side,
    b.record_id,
    b.version_hash,
    b.content_sha256,
    b.delivered_on,
    min(s.delivered_on) AS withdrawn_on
  FROM bounded AS b
  JOIN snapshots AS s
    ON s.side = b.side
    AND s.delivered_on > b.delivered_on
    AND b.record_day BETWEEN s.first_day AND s.last_day
    AND (s.station IS NULL OR s.station = b.station)
    AND (b.next_delivered_on IS NULL OR s.delivered_on < b.next_delivered_on)
  GROUP BY b.side, b.record_id, b.version_hash, b.content_sha256, b.delivered_on
)
SELECT
  e.*,
  m.withdrawn_on
FROM explicit_versions AS e
JOIN missing AS m
  ON m.side = e.side
  AND m.record_id = e.record_id
  AND m.version_hash = e.version_hash
  AND m.content_sha256 = e.content_sha256
  AND m.delivered_on = e.delivered_on
