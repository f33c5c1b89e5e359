-- The 35 annual counts that the FBI published for St. Louis, against ours (equal or within 2), and
-- the record, which five years cannot carry.
WITH published AS (
  SELECT * FROM VALUES
    ('murder', 188, 188, 205, 187, 194),
    ('rape', 263, 289, 289, 309, 265),
    ('robbery', 1790, 1904, 1944, 1452, 1475),
    ('aggravated_assault', 3521, 3636, 4023, 3577, 3858),
    ('burglary', 4202, 3201, 3138, 2979, 3044),
    ('larceny', 12680, 12394, 12894, 12413, 12540),
    ('motor_vehicle_theft', 3146, 3058, 2713, 2750, 2998)
    AS published (category_group, `2015`, `2016`, `2017`, `2018`, `2019`)
),
cells AS (
  SELECT category_group, CAST(year AS INT) AS year, published
  FROM published UNPIVOT (published FOR year IN (`2015`, `2016`, `2017`, `2018`, `2019`))
)
SELECT category_group, year, published, incidents_reported AS computed, abs(published - incidents_reported) <= 2 AS held
FROM cells
LEFT JOIN gold.period_facts USING (category_group, year)
WHERE as_of = DATE'2019-12-31' AND window = 'last_year' AND vintage = 'latest' AND area_level = 'force'
UNION ALL
SELECT 'record of all', year, NULL, NULL, record = 'undetermined' AND value IS NOT NULL AND record_reason_en LIKE '%no data are held for 2010 to 2014%'
FROM gold.decade_comparison
WHERE as_of = DATE'2019-12-31' AND window = 'last_year' AND vintage = 'latest' AND area_level = 'force'
  AND category_group = 'all' AND metric = 'incidents_reported'
ORDER BY category_group, year
