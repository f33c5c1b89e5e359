-- Grain: that of period_sums. Adds the recovery rates to the sums.
-- The recovery rate sets all that was recovered in the window against what was lost in it and may
-- exceed 1. The cohort rate asks how much of what the cases filed in the window lost was recovered
-- by its end.
SELECT
  *,
  IF(loss > 0, recovered / loss, NULL) AS recovery_rate,
  IF(loss > 0 AND cohort_recovered BETWEEN 0 AND loss, cohort_recovered / loss, NULL)
    AS cohort_recovery_rate
FROM period_sums
