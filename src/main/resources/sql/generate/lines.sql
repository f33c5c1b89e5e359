-- One row per version: its line in the CSV file, column by column. Nothing (null) stands for no event, loss or people.
WITH versions AS (
  SELECT *, TIMESTAMP_NTZ'2015-01-01 00:00:00' AS start
  FROM sorted_versions
)
SELECT
  file,
  concat('B', lpad(CAST(number AS STRING), 9, '0')) AS record_no,
  CAST(start + updated * INTERVAL '1' SECOND AS STRING) AS updated_at,
  concat('s', lpad(CAST(station + 1 AS STRING), 4, '0')) AS station,
  concat('c', lpad(CAST(category + 1 AS STRING), 3, '0')) AS category,
  CAST(start + occurred * INTERVAL '1' SECOND AS STRING) AS occurred,
  CAST(start + reported * INTERVAL '1' SECOND AS STRING) AS reported,
  CAST(start + arrived * INTERVAL '1' SECOND AS STRING) AS arrived,
  CAST(start + filed * INTERVAL '1' SECOND AS STRING) AS filed,
  CAST(start + cleared * INTERVAL '1' SECOND AS STRING) AS cleared,
  nullif(loss_yuan, 0) AS loss_yuan,
  CASE WHEN recovered_yuan > 0 THEN CAST(start + cleared * INTERVAL '1' SECOND AS STRING) END AS recovered,
  nullif(recovered_yuan, 0) AS recovered_yuan,
  nullif(deaths, 0) AS deaths,
  nullif(injuries, 0) AS injuries
FROM versions
