-- One row per receipt that stands before the batch or after it, but not both, as far as versions and
-- snapshots depend on it.
WITH receipts_before AS (
  SELECT
    mode,
    overlap,
    IF(overlap = 'newest', path, NULL) AS path,
    content_sha256,
    rows_batch_id AS batch_id,
    delivered_on,
    covered,
    stations,
    categories
  FROM standing_receipts_before
),
receipts_after AS (
  SELECT
    mode,
    overlap,
    IF(overlap = 'newest', path, NULL) AS path,
    content_sha256,
    rows_batch_id AS batch_id,
    delivered_on,
    covered,
    stations,
    categories
  FROM standing_receipts_after
)
(SELECT * FROM receipts_before EXCEPT SELECT * FROM receipts_after)
UNION ALL
(SELECT * FROM receipts_after EXCEPT SELECT * FROM receipts_before)
