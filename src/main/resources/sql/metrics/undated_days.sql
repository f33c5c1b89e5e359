-- Grain: source, measure, area, category_group.
-- The days of the files that deliver records of which the day of the measure's event is not known: it may
-- be any of them, of each file that delivers a version of the record.
WITH
records AS (
  SELECT source, content_sha256, batch_id, station, category, code_day, explode(measures) AS measure
  FROM undated_records
),
files AS (
  SELECT DISTINCT source, content_sha256, rows_batch_id AS batch_id, days
  FROM standing_receipts
  LATERAL VIEW explode(covered) AS days
),
terms AS (SELECT station, from_day, to_day, area FROM station_terms),
kinds AS (SELECT category, kind FROM category_kinds),
groups AS (SELECT kind, category_group FROM kind_groups),
parents AS (SELECT area, parent FROM areas),
-- Many records are of one file, station and category: those are told apart before days and groups are.
of_files AS (
  SELECT DISTINCT records.source, records.content_sha256, records.batch_id, records.measure, terms.area, kinds.kind
  FROM records
  JOIN terms ON terms.station = records.station AND records.code_day BETWEEN terms.from_day AND terms.to_day
  JOIN kinds ON kinds.category = records.category
),
of_stations AS (
  SELECT of_files.source, of_files.measure, of_files.area, groups.category_group, files.days
  FROM of_files
  JOIN files
    ON files.source = of_files.source
    AND files.content_sha256 = of_files.content_sha256
    AND files.batch_id = of_files.batch_id
  JOIN groups ON groups.kind = of_files.kind
),
of_districts AS (
  SELECT source, measure, parents.parent AS area, category_group, days
  FROM of_stations
  JOIN parents ON parents.area = of_stations.area
),
of_all AS (
  SELECT * FROM of_stations
  UNION ALL
  SELECT * FROM of_districts
  UNION ALL
  SELECT source, measure, parents.parent AS area, category_group, days
  FROM of_districts
  JOIN parents ON parents.area = of_districts.area
)
SELECT source, measure, area, category_group, collect_set(days) AS days
FROM of_all
GROUP BY source, measure, area, category_group
