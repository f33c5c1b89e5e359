-- Grain: that of silver.coverage.
-- The runs of days of which it is not known in the area how much happened, of the category groups asked for.
WITH
stations AS (SELECT station FROM area_terms),
groups AS (SELECT category_group FROM asked_categories)
SELECT coverage.measure, coverage.category_group, coverage.first_day, coverage.last_day
FROM silver.coverage
LEFT SEMI JOIN stations ON stations.station = coverage.station
LEFT SEMI JOIN groups ON groups.category_group = coverage.category_group
WHERE coverage.state <> 'covered'
