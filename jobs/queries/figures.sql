-- The figures that the sample is made to give: district Gaoming, first half of 2024, vintage latest,
-- with their ten-year series from 2015 to 2024. Rates in percent.
WITH wanted AS (
  SELECT * FROM VALUES
    (1, 'criminal_and_public_order', 'incidents_reported'),
    (2, 'telecom_fraud', 'incidents_reported'),
    (3, 'theft', 'incidents_reported'),
    (4, 'criminal', 'cases_cleared'),
    (5, 'road_traffic', 'deaths'),
    (6, 'crash_general_procedure', 'incidents_reported'),
    (7, 'ten_grave', 'cohort_clearance_rate'),
    (8, 'theft', 'cohort_clearance_rate'),
    (9, 'theft', 'recovery_rate'),
    (10, 'criminal', 'zero_incident_days')
    AS wanted (position, category_group, metric)
),
facts AS (
  SELECT
    year,
    category_group,
    CAST(incidents_reported AS DOUBLE) AS incidents_reported,
    CAST(cases_cleared AS DOUBLE) AS cases_cleared,
    CAST(deaths AS DOUBLE) AS deaths,
    CAST(zero_incident_days AS DOUBLE) AS zero_incident_days,
    round(100 * cohort_clearance_rate, 1) AS cohort_clearance_rate,
    round(100 * recovery_rate, 1) AS recovery_rate
  FROM gold.period_facts
  WHERE as_of = DATE'2024-06-30' AND window = 'last_half' AND vintage = 'latest'
    AND area_level = 'district' AND area = 'gaoming'
),
series AS (
  SELECT
    category_group,
    metric,
    array_join(
      transform(array_sort(collect_list(struct(year, value))), it -> regexp_replace(string(it.value), '[.]0$', '')),
      ' ') AS from_2015_to_2024
  FROM facts UNPIVOT (
    value FOR metric IN (incidents_reported, cases_cleared, deaths, zero_incident_days, cohort_clearance_rate, recovery_rate))
  GROUP BY category_group, metric
)
SELECT
  comparison.category_group,
  comparison.metric,
  series.from_2015_to_2024,
  round(comparison.change_pct, 2) AS change_pct,
  round(comparison.change_points, 1) AS change_points,
  comparison.within_chance AS by_chance,
  comparison.rank,
  concat(comparison.peer_rank, ' of ', comparison.peer_count) AS peers,
  comparison.record
FROM wanted
JOIN gold.decade_comparison AS comparison
  ON comparison.category_group = wanted.category_group AND comparison.metric = wanted.metric
JOIN series
  ON series.category_group = wanted.category_group AND series.metric = wanted.metric
WHERE comparison.as_of = DATE'2024-06-30' AND comparison.window = 'last_half' AND comparison.vintage = 'latest'
  AND comparison.area_level = 'district' AND comparison.area = 'gaoming'
ORDER BY wanted.position
