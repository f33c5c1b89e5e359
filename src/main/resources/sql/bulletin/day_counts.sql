-- Grain: category_group, day.
-- How much happened on each day of the same periods, of the category groups asked for.
WITH
entries AS (
  SELECT * FROM area_entries
  WHERE incidents_reported <> 0 OR incidents_occurred <> 0 OR deaths <> 0
),
categories AS (SELECT category, category_group FROM asked_categories),
periods AS (SELECT first_day, last_day FROM asked_periods)
SELECT
  categories.category_group,
  entries.day,
  sum(entries.incidents_reported) AS incidents_reported,
  sum(entries.incidents_occurred) AS incidents_occurred,
  sum(entries.deaths) AS deaths
FROM entries
JOIN categories ON categories.category = entries.category
LEFT SEMI JOIN periods ON entries.day BETWEEN periods.first_day AND periods.last_day
GROUP BY categories.category_group, entries.day
