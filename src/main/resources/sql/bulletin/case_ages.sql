-- Grain: category_group, year, age_days.
-- Of the cases filed in the current period and in the one before: how many were cleared at an age, and how many were still
-- open at the age that they have reached.
WITH
entries AS (SELECT * FROM area_entries),
asked AS (SELECT known_at FROM asked),
groups AS (SELECT category_group FROM asked_groups),
categories AS (SELECT category, category_group FROM silver.categories LEFT SEMI JOIN groups USING (category_group)),
periods AS (SELECT year, first_day, last_day FROM asked_periods WHERE is_current OR is_prior),
cohorts AS (
  SELECT categories.category_group, periods.year, entries.*
  FROM entries
  JOIN categories ON categories.category = entries.category
  JOIN periods ON entries.origin_day BETWEEN periods.first_day AND periods.last_day
),
filed AS (
  SELECT category_group, year, origin_day, sum(cases_filed) AS filed, sum(cases_cleared) AS cleared
  FROM cohorts
  GROUP BY category_group, year, origin_day
),
ages AS (
  SELECT category_group, year, datediff(day, origin_day) AS age_days, cases_cleared AS cleared, 0 AS open
  FROM cohorts
  WHERE cases_cleared <> 0
  UNION ALL
  SELECT category_group, year, datediff(asked.known_at, origin_day) AS age_days, 0 AS cleared, filed - cleared AS open
  FROM filed
  CROSS JOIN asked
  WHERE filed > cleared
)
SELECT category_group, year, age_days, sum(cleared) AS cleared, sum(open) AS open
FROM ages
GROUP BY category_group, year, age_days
ORDER BY category_group, year, age_days
