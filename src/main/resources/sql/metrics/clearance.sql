-- Grain: that of period_sums. Adds the clearance rates to the sums.
-- The clearance rate sets all clearances of the window against its filings and may exceed 1 (the UCR
-- convention). The cohort rates ask what became of the cases that were filed inside the window.
WITH
rates AS (
  SELECT
    *,
    IF(cases_filed > 0, cases_cleared / cases_filed, NULL) AS clearance_rate,
    proportion(cohort_cleared, cases_filed) AS cohort,
    proportion(cohort_cleared_to_date, cases_filed) AS cohort_to_date
  FROM period_sums
)
SELECT
  * EXCEPT (cohort, cohort_to_date),
  cohort.rate AS cohort_clearance_rate,
  cohort.low AS cohort_clearance_rate_low,
  cohort.high AS cohort_clearance_rate_high,
  cohort_to_date.rate AS cohort_clearance_to_date_rate,
  cohort_to_date.low AS cohort_clearance_to_date_rate_low,
  cohort_to_date.high AS cohort_clearance_to_date_rate_high
FROM rates
