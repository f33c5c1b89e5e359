-- The clearance rates that the Toronto police published by year, in percent, against ours.
WITH published AS (
  SELECT * FROM VALUES (2014, 52.8), (2015, 50.7), (2016, 48.9), (2017, 46.8), (2018, 41.9), (2019, 41.5)
    AS published (year, percent)
)
SELECT year, percent, round(100 * clearance_rate, 1) AS computed, percent = round(100 * clearance_rate, 1) AS held
FROM published
LEFT JOIN gold.period_facts USING (year)
WHERE as_of = DATE'2019-12-31' AND window = 'last_year' AND vintage = 'latest' AND area_level = 'force'
  AND category_group = 'all'
ORDER BY year
