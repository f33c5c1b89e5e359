-- Grain: version of a record.
-- All versions of the records of which some version has the area's stations, the group's categories and a day up to
-- the end of the window: what else a record has been may have to be taken off the figure.
WITH
asked AS (SELECT category_group, first_day, last_day FROM asked),
versions AS (SELECT * FROM silver.standing_versions),
categories AS (
  SELECT categories.category
  FROM silver.categories
  JOIN asked ON asked.category_group = categories.category_group
),
matching AS (
  SELECT versions.*
  FROM versions
  CROSS JOIN asked
  LEFT SEMI JOIN categories ON categories.category = versions.category
  WHERE least(reported_day, occurred_day, filed_day, cleared_day, recovered_day) <= asked.last_day
    AND greatest(reported_day, occurred_day, filed_day, cleared_day, recovered_day) >= asked.first_day
),
records AS (SELECT DISTINCT source, record_id FROM matching WHERE record_id IS NOT NULL)
SELECT versions.*
FROM versions
LEFT SEMI JOIN records ON records.source = versions.source AND records.record_id = versions.record_id
UNION ALL
SELECT *
FROM matching
WHERE record_id IS NULL
