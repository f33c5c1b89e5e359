-- Grain: that of period_sums. Adds the days without an incident, without an occurrence and without a death.
-- Covered days whose sum of the measure is 0 or less, and their longest run; null where no day is known.
SELECT
  *,
  IF(incidents_reported_runs.days_covered > 0, incidents_reported_runs.zero_days, NULL) AS zero_incident_days,
  IF(incidents_reported_runs.days_covered > 0, incidents_reported_runs.longest_run_days, NULL) AS longest_zero_run_days,
  IF(incidents_occurred_runs.days_covered > 0, incidents_occurred_runs.zero_days, NULL) AS zero_occurrence_days,
  IF(incidents_occurred_runs.days_covered > 0, incidents_occurred_runs.longest_run_days, NULL) AS longest_zero_occurrence_run_days,
  IF(deaths_runs.days_covered > 0, deaths_runs.zero_days, NULL) AS zero_death_days,
  IF(deaths_runs.days_covered > 0, deaths_runs.longest_run_days, NULL) AS longest_zero_death_run_days
FROM period_sums
