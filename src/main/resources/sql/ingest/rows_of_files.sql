-- One row per file of the batch whose content has such lines: how many, how many of them are of a station or
-- category that the file does not answer for, and whether any may lie on the days that it claims.
WITH lines AS (
  SELECT * FROM lines_of_batch
),
claims AS (
  SELECT * FROM claims_of_batch
)
SELECT /*+ BROADCAST(claims) */
  claims.path,
  count(*) AS lines,
  count_if(NOT array_contains(claims.stations, lines.station) OR NOT array_contains(claims.categories, lines.category)) AS outside,
  bool_or(
    NOT is_dated
    OR coalesce(reported_day, occurred_day, filed_day, cleared_day, recovered_day, recorded_day) IS NULL
    OR claims.first_day IS NULL
    OR coalesce(reported_day BETWEEN claims.first_day AND claims.last_day, false)
    OR coalesce(occurred_day BETWEEN claims.first_day AND claims.last_day, false)
    OR coalesce(filed_day BETWEEN claims.first_day AND claims.last_day, false)
    OR coalesce(cleared_day BETWEEN claims.first_day AND claims.last_day, false)
    OR coalesce(recovered_day BETWEEN claims.first_day AND claims.last_day, false)
    OR coalesce(recorded_day BETWEEN claims.first_day AND claims.last_day, false)) AS is_on_its_days
FROM lines
JOIN claims
  ON claims.content_sha256 = lines.content_sha256
  AND claims.rows_batch_id = lines.batch_id
GROUP BY claims.path
