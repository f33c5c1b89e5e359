-- Grain: category_group, year, origin_day, day.
-- What was filed and what was cleared on each day of the cases that began in the current period and in the one before, of
-- the category groups asked for.
WITH
entries AS (SELECT * FROM area_entries WHERE cases_filed <> 0 OR cases_cleared <> 0),
categories AS (SELECT category, category_group FROM asked_categories),
periods AS (SELECT year, first_day, last_day FROM asked_periods WHERE is_current OR is_prior)
SELECT
  categories.category_group,
  periods.year,
  entries.origin_day,
  entries.day,
  sum(entries.cases_filed) AS filed,
  sum(entries.cases_cleared) AS cleared
FROM entries
JOIN categories ON categories.category = entries.category
JOIN periods ON entries.origin_day BETWEEN periods.first_day AND periods.last_day
GROUP BY categories.category_group, periods.year, entries.origin_day, entries.day
