-- What occurred from January to June, as known at the end of 2019: number of the FBI category, year, incidents.
SELECT number, CAST(year AS INT) AS year, incidents_occurred
FROM gold.period_facts
JOIN VALUES
  ('murder', 1), ('rape', 2), ('robbery', 3), ('aggravated_assault', 4),
  ('burglary', 5), ('larceny', 6), ('motor_vehicle_theft', 7), ('arson', 8)
  AS categories (category_group, number) USING (category_group)
WHERE as_of = DATE'2019-06-30' AND window = 'half_to_date' AND vintage = 'latest' AND area_level = 'force' AND year >= 2015
