-- The cases filed in the first half of 2024 in district Gaoming that were cleared in it, with the
-- 95 % Wilson interval of their share, in percent.
SELECT
  category_group,
  cohort_cleared AS cleared,
  cases_filed AS filed,
  round(100 * cohort_clearance_rate, 1) AS percent,
  concat(round(100 * cohort_clearance_rate_low, 1), ' to ', round(100 * cohort_clearance_rate_high, 1)) AS interval_95
FROM gold.period_facts
WHERE as_of = DATE'2024-06-30' AND window = 'last_half' AND year = 2024 AND vintage = 'latest'
  AND area_level = 'district' AND area = 'gaoming' AND category_group IN ('ten_grave', 'theft')
ORDER BY category_group
