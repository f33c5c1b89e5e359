-- Grain: fact.
-- Covered days on which no incident was reported, and their longest run.
SELECT
  fact,
  zero_days AS zero_incident_days,
  longest_run_days AS longest_zero_run_days
FROM zero_runs
WHERE days_covered > 0
