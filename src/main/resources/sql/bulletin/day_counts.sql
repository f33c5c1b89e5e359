-- Grain: measure, category_group, day.
-- How much happened on each day of the same periods, of the category groups asked for; days without anything are left out.
WITH
entries AS (SELECT * FROM area_entries),
groups AS (SELECT category_group FROM asked_groups),
categories AS (SELECT category, category_group FROM silver.categories LEFT SEMI JOIN groups USING (category_group)),
periods AS (SELECT first_day, last_day FROM asked_periods),
days AS (
  SELECT
    categories.category_group,
    entries.day,
    sum(entries.${day_measure}) AS ${day_measure}
  FROM entries
  JOIN categories ON categories.category = entries.category
  JOIN periods ON entries.day BETWEEN periods.first_day AND periods.last_day
  GROUP BY categories.category_group, entries.day
)
SELECT measure, category_group, day, amount
FROM days
LATERAL VIEW inline(array(
  struct('${day_measure}' AS measure, ${day_measure} AS amount)
)) AS measure, amount
WHERE amount <> 0
