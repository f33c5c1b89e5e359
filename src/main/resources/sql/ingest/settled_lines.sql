-- One row per rejected line that is no longer open: its content does not stand any more, or a version
-- of its record was accepted that is not older than the line itself: recorded at its time or later, or,
-- where one of the two has no time, delivered after it, or in another file of the same day.
WITH lines AS (
  SELECT * FROM open_lines
),
contents AS (
  SELECT content_sha256, rows_batch_id AS batch_id, min(delivered_on) AS delivered_on, true AS is_standing
  FROM standing_receipts
  GROUP BY ALL
),
versions AS (
  SELECT * FROM versions_of_open_records WHERE NOT is_implied AND NOT is_repeated
),
standing AS (
  SELECT lines.*, contents.delivered_on, is_standing IS NULL AS is_replaced
  FROM lines
  LEFT JOIN contents USING (content_sha256, batch_id)
)
SELECT source, content_sha256, batch_id, line, record_id, status, settled_by
FROM standing
WHERE is_replaced
UNION
SELECT
  standing.source,
  standing.content_sha256,
  standing.batch_id,
  standing.line,
  standing.record_id,
  standing.status,
  settled_by
FROM standing
JOIN versions AS later
  ON later.source = standing.source
  AND later.record_id = standing.record_id
  AND CASE
    WHEN later.recorded_at IS NOT NULL AND standing.recorded_at IS NOT NULL
      THEN later.recorded_at >= standing.recorded_at
    WHEN later.content_sha256 = standing.content_sha256 THEN false
    ELSE coalesce(later.delivered_on >= standing.delivered_on, true)
  END
WHERE NOT is_replaced
