-- Grain: one row.
-- What the ledger holds by now of the days of the current period that the release does not sum.
WITH
asked AS (SELECT known_at FROM asked),
batches AS (SELECT batch_id FROM asked_batches),
periods AS (SELECT first_day, last_day FROM asked_periods WHERE is_current),
terms AS (SELECT station, from_day, to_day FROM area_terms),
later AS (
  SELECT newest_ledger.*
  FROM newest_ledger
  LEFT JOIN batches ON batches.batch_id = newest_ledger.batch_id
  CROSS JOIN asked
  WHERE batches.batch_id IS NULL OR newest_ledger.recorded_on > asked.known_at
)
SELECT
  coalesce(sum(later.incidents_reported), 0) AS incidents_reported,
  coalesce(sum(later.cases_filed), 0) AS cases_filed,
  coalesce(sum(later.cases_cleared), 0) AS cases_cleared,
  coalesce(sum(later.deaths), 0) AS deaths
FROM later
JOIN terms ON terms.station = later.station AND later.code_day BETWEEN terms.from_day AND terms.to_day
JOIN periods ON later.day BETWEEN periods.first_day AND periods.last_day
