-- Grain: source, station (null: every station that no file is delivered for alone), first_day.
-- The runs of days between the files that stand, before the first and after the last.
WITH
receipts AS (SELECT source, station, first_day, last_day FROM standing_receipts WHERE first_day IS NOT NULL),
sources AS (SELECT DISTINCT source FROM area_answers),
alone AS (
  SELECT source, CAST(NULL AS STRING) AS station FROM sources
  UNION ALL
  SELECT DISTINCT source, station FROM receipts WHERE station IS NOT NULL
),
delivered AS (
  SELECT alone.source, alone.station, receipts.first_day, receipts.last_day
  FROM alone
  JOIN receipts
    ON receipts.source = alone.source
    AND (receipts.station IS NULL OR receipts.station = alone.station)
  UNION ALL
  SELECT source, station, DATE'0001-01-01' AS first_day, DATE'0001-01-01' AS last_day FROM alone
  UNION ALL
  SELECT source, station, DATE'9999-12-31' AS first_day, DATE'9999-12-31' AS last_day FROM alone
),
in_order AS (
  SELECT
    *,
    max(last_day) OVER (
      PARTITION BY source, station ORDER BY first_day, last_day
      ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS delivered_to
  FROM delivered
)
SELECT source, station, date_add(delivered_to, 1) AS first_day, date_sub(first_day, 1) AS last_day
FROM in_order
WHERE first_day > date_add(delivered_to, 1)
