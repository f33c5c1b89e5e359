-- One row per line whose version contradicts another one of its record: what differs between them, and whether
-- a version that contradicts none came after them (settled).
WITH versions AS (
  SELECT * FROM contradicting_versions
),
differences AS (
  SELECT
    record_id,
    place,
    concat_ws(
      ', ',
      IF(size(collect_set(coalesce(CAST(${column} AS STRING), 'none'))) > 1, concat('${column} ', array_join(slice(array_sort(collect_set(coalesce(CAST(${column} AS STRING), 'none'))), 1, 4), ' / ')), NULL),
      NULL) AS difference
  FROM versions
  GROUP BY record_id, place
)
SELECT
  versions.*,
  batch_id AS rows_batch_id,
  'ambiguous_version' AS reason,
  'record_id' AS field,
  concat(
    'record ', versions.record_id, ': ', difference, '; give version_order where a column tells which came later;',
    ' or the key may be of a coarser grain than the rows (one row a victim, one an offence)') AS detail,
  CAST(NULL AS STRING) AS raw,
  coalesce(filed_day, reported_day, occurred_day) AS day,
  coalesce(filed_day, reported_day, occurred_day) IS NOT NULL AS is_dated,
  IF(is_superseded, 'settled', 'open') AS line_status
FROM versions
JOIN differences ON differences.record_id = versions.record_id AND differences.place = versions.place
QUALIFY row_number() OVER (
  PARTITION BY content_sha256, line, versions.record_id, version_hash
  ORDER BY is_superseded, versions.place DESC) = 1
