-- Grain: fact. Adds the days without an incident to the sums.
-- Covered days on which no incident was reported, and their longest run; null where no day is known.
SELECT
  period_sums.*,
  zero_runs.zero_days AS zero_incident_days,
  zero_runs.longest_run_days AS longest_zero_run_days
FROM period_sums
LEFT JOIN zero_runs
  ON zero_runs.fact = period_sums.fact
  AND zero_runs.days_covered > 0
