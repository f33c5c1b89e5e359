-- Grain: fact.
-- Cases filed and cleared. The clearance rate sets all clearances of the window against its filings
-- and may exceed 1 (the UCR convention); the cohort rates ask what became of the cases filed in it.
WITH
rates AS (
  SELECT
    *,
    IF(cases_filed > 0, cases_cleared / cases_filed, NULL) AS clearance_rate,
    proportion(cohort_cleared, cases_filed) AS cohort_clearance,
    proportion(cohort_cleared_to_date, cases_filed) AS cohort_clearance_to_date
  FROM period_sums
)
SELECT
  fact,
  cases_filed,
  cases_cleared,
  cases_cleared_current,
  cases_cleared_backlog,
  clearance_rate,
  cohort_cleared,
  cohort_clearance.rate AS cohort_clearance_rate,
  cohort_clearance.low AS cohort_clearance_rate_low,
  cohort_clearance.high AS cohort_clearance_rate_high,
  cohort_cleared_to_date,
  cohort_clearance_to_date.rate AS cohort_clearance_to_date_rate,
  cohort_clearance_to_date.low AS cohort_clearance_to_date_rate_low,
  cohort_clearance_to_date.high AS cohort_clearance_to_date_rate_high
FROM rates
