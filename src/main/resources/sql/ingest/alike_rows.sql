-- One row per file with lines that equal another line in the canonical columns and differ in others, quotes and
-- blanks apart: how many beyond the first of each, and which are the first two.
WITH repeated AS (
  SELECT * FROM repeated_lines
),
texts AS (
  SELECT _content AS content_sha256, _line AS line, xxhash64(regexp_replace(_raw, '["\\s]', '')) AS text
  FROM delivered_rows
),
groups AS (
  SELECT
    file,
    record_id,
    count(DISTINCT text) - 1 AS alike,
    array_sort(collect_list(line)) AS lines
  FROM repeated
  JOIN texts USING (content_sha256, line)
  GROUP BY content_sha256, file, record_id, version_hash
)
SELECT
  file,
  sum(alike) AS alike,
  min(concat('record ', record_id, ' in file ', file, ', lines ', lines[0], ' and ', lines[1])) AS example
FROM groups
WHERE alike > 0
GROUP BY file
