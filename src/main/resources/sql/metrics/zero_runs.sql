-- Grain: that of period_sums. Adds the days without an incident to the sums.
-- Covered days on which no incident was reported, and their longest run; null where no day is known.
SELECT
  *,
  IF(runs.days_covered > 0, runs.zero_days, NULL) AS zero_incident_days,
  IF(runs.days_covered > 0, runs.longest_run_days, NULL) AS longest_zero_run_days
FROM period_sums
