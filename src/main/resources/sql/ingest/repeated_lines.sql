-- One row per line of the batch that another line of its file repeats in all canonical columns.
WITH versions AS (
  SELECT *
  FROM versions_of_repeated_records
  WHERE is_new AND NOT is_implied AND NOT is_repeated
)
SELECT content_sha256, file, line, record_id, version_hash
FROM versions
QUALIFY count(*) OVER (PARTITION BY content_sha256, record_id, version_hash) > 1
