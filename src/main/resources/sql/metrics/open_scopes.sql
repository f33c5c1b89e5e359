-- Grain: source, area and category_group that open lines may belong to (null: any), activity, days, days_reported.
-- A station or category that the reference data do not know may be any.
WITH
lines AS (SELECT * FROM open_lines),
terms AS (SELECT station, first_day, last_day, area FROM area_terms),
categories AS (SELECT category, category_group FROM category_kinds JOIN kind_groups USING (kind)),
in_areas AS (
  SELECT DISTINCT lines.*, terms.area
  FROM lines
  LEFT JOIN terms
    ON terms.station = lines.station
    AND terms.first_day <= array_max(transform(days, it -> it.last_day))
    AND terms.last_day >= array_min(transform(days, it -> it.first_day))
)
SELECT source, area, categories.category_group, activity, days, days_reported, lines
FROM in_areas
LEFT JOIN categories ON categories.category = in_areas.category
