-- One row per rejected line that is no longer open: its content does not stand any more, or a version
-- of its record was accepted that is not older than the line itself: recorded at its time or later, or,
-- where one of the two has no time, delivered after it, or in another file of the same day.
WITH replaced AS (
  SELECT content_sha256, batch_id, line
  FROM open_lines
  WHERE NOT EXISTS (
    SELECT 1
    FROM standing_contents
    WHERE standing_contents.content_sha256 = open_lines.content_sha256
      AND standing_contents.batch_id = open_lines.batch_id)
),
mended AS (
  SELECT open_lines.content_sha256, open_lines.batch_id, open_lines.line
  FROM open_lines
  JOIN standing_contents
    ON standing_contents.content_sha256 = open_lines.content_sha256
    AND standing_contents.batch_id = open_lines.batch_id
  JOIN versions_of_open_records AS later
    ON later.record_id = open_lines.record_id
    AND CASE
      WHEN later.recorded_at IS NOT NULL AND open_lines.recorded_at IS NOT NULL
        THEN later.recorded_at >= open_lines.recorded_at
      WHEN later.content_sha256 = open_lines.content_sha256 THEN false
      ELSE coalesce(later.delivered_on >= standing_contents.delivered_on, true)
    END
)
SELECT content_sha256, batch_id, line FROM replaced
UNION
SELECT content_sha256, batch_id, line FROM mended
