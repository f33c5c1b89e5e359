-- Grain: source, station (null: any that no file names), category (likewise).
-- The runs of days that no file that stands answers for.
WITH
sources AS (SELECT source FROM sources),
stations AS (
  SELECT source, CAST(NULL AS STRING) AS station FROM sources
  UNION
  SELECT source, station FROM delivered
),
categories AS (
  SELECT source, CAST(NULL AS STRING) AS category FROM sources
  UNION
  SELECT source, category FROM delivered
),
asked AS (
  SELECT
    source,
    station,
    category,
    explode(array_distinct(array(
      struct(station, category),
      struct(station, CAST(NULL AS STRING) AS category),
      struct(CAST(NULL AS STRING) AS station, category),
      struct(CAST(NULL AS STRING) AS station, CAST(NULL AS STRING) AS category)))) AS named
  FROM stations
  JOIN categories USING (source)
)
SELECT asked.source, asked.station, asked.category, other_days(flatten(collect_list(delivered.days))) AS days
FROM asked
LEFT JOIN delivered
  ON delivered.source = asked.source
  AND delivered.station <=> asked.named.station
  AND delivered.category <=> asked.named.category
GROUP BY asked.source, asked.station, asked.category
