-- One row per line in quarantine that is no longer open. A rejected line: its content does not stand any more, or
-- a version of its record was accepted that is not older than the line itself: recorded at its time or later, or,
-- where one of the two has no time, delivered after it, or in another file of the same day. A line that contradicts
-- another one: it does so no longer, or a later version stands. Either: a later snapshot of its day came.
WITH lines AS (
  SELECT * FROM open_lines
),
contents AS (
  SELECT
    source,
    content_sha256,
    rows_batch_id AS batch_id,
    min(delivered_on) AS delivered_on,
    max(delivered_on) AS last_delivered_on,
    true AS is_standing
  FROM standing_receipts
  GROUP BY ALL
),
versions AS (
  SELECT * FROM versions_of_open_records WHERE NOT is_implied AND NOT is_repeated
),
rejected AS (
  SELECT lines.*, contents.delivered_on, is_standing IS NULL AS is_replaced
  FROM lines
  LEFT JOIN contents USING (source, content_sha256, batch_id)
  WHERE reason <> 'ambiguous_version'
),
settled AS (
  SELECT source, content_sha256, batch_id, line, record_id, status, settled_by
  FROM rejected
  WHERE is_replaced
  UNION
  SELECT rejected.source, rejected.content_sha256, rejected.batch_id, rejected.line, rejected.record_id, rejected.status, rejected.settled_by
  FROM rejected
  JOIN versions AS later
    ON later.source = rejected.source
    AND later.record_id = rejected.record_id
    AND CASE
      WHEN later.recorded_at IS NOT NULL AND rejected.recorded_at IS NOT NULL
        THEN later.recorded_at >= rejected.recorded_at
      WHEN later.content_sha256 = rejected.content_sha256 THEN false
      ELSE coalesce(later.delivered_on >= rejected.delivered_on, true)
    END
  WHERE NOT is_replaced
  UNION
  SELECT lines.source, lines.content_sha256, lines.batch_id, lines.line, lines.record_id, lines.status, lines.settled_by
  FROM lines
  LEFT ANTI JOIN contradicting_versions AS versions
    ON versions.source = lines.source
    AND versions.content_sha256 = lines.content_sha256
    AND versions.line <=> lines.line
    AND versions.record_id = lines.record_id
  WHERE reason = 'ambiguous_version'
  UNION
  SELECT lines.source, lines.content_sha256, lines.batch_id, lines.line, lines.record_id, lines.status, lines.settled_by
  FROM lines
  JOIN contents ON contents.source = lines.source AND contents.content_sha256 = lines.content_sha256
  JOIN standing_receipts AS later
    ON later.source = lines.source
    AND later.mode = 'snapshot'
    AND later.delivered_on > contents.last_delivered_on
    AND exists(later.covered, it -> lines.day BETWEEN it.first_day AND it.last_day)
    AND (later.stations IS NULL OR array_contains(later.stations, lines.station))
    AND (later.categories IS NULL OR array_contains(later.categories, lines.category))
  WHERE lines.is_dated
)
SELECT DISTINCT *
FROM settled
