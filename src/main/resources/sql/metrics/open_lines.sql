-- Grain: source, days and days_reported that a line may belong to, station, category, activity.
-- How many lines of files that stand are rejected and still open. A line without readable dates may belong
-- to any day that its file covers, or to any at all where it covers none; it counts as reported on the first day that it tells.
WITH
lines AS (
  SELECT quarantine.*
  FROM quarantine
  LEFT SEMI JOIN batches ON batches.batch_id = quarantine.batch_id
  LEFT ANTI JOIN batches AS settling ON settling.batch_id = quarantine.settled_by
),
files AS (
  SELECT source, content_sha256, min(covered) AS covered
  FROM standing_receipts
  GROUP BY source, content_sha256
),
told AS (
  SELECT
    lines.source,
    lines.station,
    lines.category,
    lines.activity,
    lines.is_dated,
    array_compact(array(
      lines.reported_day, lines.occurred_day, lines.filed_day, lines.cleared_day, lines.recovered_day)) AS days,
    IF(size(files.covered) > 0, files.covered, array(struct(DATE'0001-01-01' AS first_day, DATE'9999-12-31' AS last_day))) AS covered
  FROM lines
  JOIN files ON files.source = lines.source AND files.content_sha256 = lines.content_sha256
),
ranges AS (
  SELECT *, transform(array_distinct(days), day -> struct(day AS first_day, day AS last_day)) AS dated FROM told
)
SELECT
  source,
  station,
  category,
  activity,
  IF(is_dated, dated, concat(dated, covered)) AS days,
  IF(is_dated, slice(dated, 1, 1), concat(dated, covered)) AS days_reported,
  count(*) AS lines
FROM ranges
GROUP BY ALL
