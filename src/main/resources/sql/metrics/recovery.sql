-- Grain: fact.
-- Value lost and recovered, in cents. The recovery rate may exceed 1; the cohort rate asks how much
-- of what the cases filed in the window lost was recovered by its end.
SELECT
  fact,
  loss_cents AS loss,
  recovered_cents AS recovered,
  IF(loss_cents > 0, recovered_cents / loss_cents, NULL) AS recovery_rate,
  cohort_recovered,
  IF(cohort_recovered BETWEEN 0 AND loss_cents AND loss_cents > 0,
    cohort_recovered / loss_cents, NULL) AS cohort_recovery_rate
FROM period_sums
