-- The signed entries that the batch may change: those in a content that changed, and, where of files for the same
-- days the newest stands, those of the days that a changed file answers for.
WITH changed AS (
  SELECT * FROM changed_receipts
),
versions AS (
  SELECT * FROM delivered_versions
),
in_contents AS (
  SELECT /*+ BROADCAST(changed) */ versions.*
  FROM versions
  LEFT SEMI JOIN changed USING (content_sha256, batch_id)
),
elsewhere AS (
  SELECT /*+ BROADCAST(changed) */ versions.*
  FROM versions
  LEFT ANTI JOIN changed USING (content_sha256, batch_id)
)
SELECT * FROM in_contents
UNION ALL
SELECT /*+ BROADCAST(changed) */ elsewhere.*
FROM elsewhere
LEFT SEMI JOIN changed
  ON changed.overlap = 'newest'
  AND exists(
    changed.covered,
    it -> coalesce(elsewhere.reported_day, elsewhere.filed_day, elsewhere.occurred_day) BETWEEN it.first_day AND it.last_day)
