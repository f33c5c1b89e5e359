-- The records that the batch may change: those in a content that changed, and those of the days that a
-- changed snapshot covers, because a snapshot also speaks by its silence.
WITH changed AS (
  SELECT * FROM changed_receipts
),
versions AS (
  SELECT * FROM delivered_versions
)
SELECT /*+ BROADCAST(changed) */ record_id
FROM versions
LEFT SEMI JOIN changed USING (content_sha256, batch_id)
UNION ALL
SELECT /*+ BROADCAST(changed) */ record_id
FROM versions
LEFT SEMI JOIN changed
  ON changed.mode = 'snapshot'
  AND exists(
    changed.covered,
    it -> coalesce(versions.reported_day, versions.filed_day, versions.occurred_day) BETWEEN it.first_day AND it.last_day)
