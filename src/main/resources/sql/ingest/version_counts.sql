-- One row per file of the batch: duplicate and stale versions among its rows.
-- A duplicate repeats the version before it in the record's order, word for word; a stale version is
-- older than one that was already held.
WITH versions AS (
  SELECT * FROM versions_of_repeated_records WHERE NOT is_implied AND NOT is_repeated
),
ordered AS (
  SELECT
    file,
    is_new,
    coalesce(
      lag(version_hash) OVER record = version_hash
        AND lag(recorded_at) OVER record IS NOT DISTINCT FROM recorded_at,
      false) AS is_duplicate,
    coalesce(max(NOT is_new) OVER later, false) AS is_older_than_held
  FROM versions
  WINDOW
    record AS (PARTITION BY source, record_id ORDER BY place, is_new, file, line),
    later AS (
      PARTITION BY source, record_id ORDER BY place, is_new, file, line
      ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING)
)
SELECT
  file,
  count_if(is_duplicate) AS duplicate,
  count_if(NOT is_duplicate AND is_older_than_held) AS stale
FROM ordered
WHERE is_new
GROUP BY file
