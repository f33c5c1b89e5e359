-- One row per file: duplicate and stale versions among its rows of the batch, and versions of another year than
-- the one that they supersede, one of the two being of the batch.
-- A duplicate repeats the version before it in the record's order, word for word; a stale version is
-- older than one that was already held. Years are compared by each day that both versions tell.
WITH versions AS (
  SELECT * FROM versions_of_repeated_records WHERE NOT is_implied AND NOT is_repeated
),
ordered AS (
  SELECT
    *,
    coalesce(
      lag(version_hash) OVER record = version_hash
        AND lag(recorded_at) OVER record IS NOT DISTINCT FROM recorded_at,
      false) AS is_duplicate,
    coalesce(max(NOT is_new) OVER later, false) AS is_older_than_held,
    lag(struct(is_new, file, line, reported_day, occurred_day, filed_day)) OVER record AS before
  FROM versions
  WINDOW
    record AS (PARTITION BY source, record_id ORDER BY place, is_new, file, line),
    later AS (
      PARTITION BY source, record_id ORDER BY place, is_new, file, line
      ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING)
),
compared AS (
  SELECT
    *,
    year(reported_day) <> year(before.reported_day) AS is_reported_elsewhen,
    year(occurred_day) <> year(before.occurred_day) AS is_occurred_elsewhen,
    year(filed_day) <> year(before.filed_day) AS is_filed_elsewhen
  FROM ordered
),
moves AS (
  SELECT
    *,
    (is_new OR before.is_new)
      AND coalesce(is_reported_elsewhen, is_occurred_elsewhen, is_filed_elsewhen, false)
      AND coalesce(is_reported_elsewhen, true)
      AND coalesce(is_occurred_elsewhen, true)
      AND coalesce(is_filed_elsewhen, true) AS is_moved
  FROM compared
)
SELECT
  file,
  count_if(is_new AND is_duplicate) AS duplicate,
  count_if(is_new AND NOT is_duplicate AND is_older_than_held) AS stale,
  count_if(is_moved) AS moved,
  min(IF(is_moved, concat(
    'record ', record_id, ': ',
    coalesce(before.reported_day, before.occurred_day, before.filed_day), ' in file ', before.file, ', ',
    coalesce(reported_day, occurred_day, filed_day), ' in file ', file), NULL)) AS moved_example
FROM moves
GROUP BY file
