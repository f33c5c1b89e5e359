-- Grain: source, content_sha256, is_dated, days of the events, station, category.
-- How many lines in quarantine are still open, or were settled by a batch that does not count.
SELECT
  quarantine.source,
  quarantine.content_sha256,
  quarantine.is_dated,
  quarantine.occurred_day,
  quarantine.reported_day,
  quarantine.filed_day,
  quarantine.cleared_day,
  quarantine.recovered_day,
  quarantine.station,
  quarantine.category,
  count(*) AS lines
FROM quarantine
LEFT SEMI JOIN batches ON quarantine.batch_id = batches.batch_id
LEFT ANTI JOIN batches AS settling ON quarantine.settled_by = settling.batch_id
GROUP BY ALL
