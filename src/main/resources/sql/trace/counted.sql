-- Grain: that of traced_entries.
-- Of ledger entries, or of what record versions book, those that one figure sums: of its area, its category group,
-- its days and what was known. amount is what they add to it.
WITH
entries AS (SELECT * FROM traced_entries),
asked AS (SELECT area_level, area, category_group, basis, first_day, last_day, cut_off FROM asked),
terms AS (
  SELECT station_areas.station, station_areas.from_day, station_areas.to_day
  FROM silver.station_areas
  JOIN asked
    ON CASE asked.area_level
      WHEN 'force' THEN true
      WHEN 'district' THEN station_areas.district = asked.area
      WHEN 'station' THEN station_areas.area = asked.area
    END
),
categories AS (
  SELECT categories.category
  FROM silver.categories
  JOIN asked ON asked.category_group = categories.category_group
)
SELECT entries.*, ${measure} AS amount
FROM entries
CROSS JOIN asked
JOIN terms ON terms.station = entries.station AND entries.code_day BETWEEN terms.from_day AND terms.to_day
JOIN categories ON categories.category = entries.category
WHERE entries.recorded_on <= asked.cut_off
  AND entries.day <= asked.cut_off
  AND CASE asked.basis
    WHEN 'window' THEN entries.day BETWEEN asked.first_day AND asked.last_day
    WHEN 'current' THEN entries.day BETWEEN asked.first_day AND asked.last_day AND entries.origin_day >= asked.first_day
    WHEN 'backlog' THEN entries.day BETWEEN asked.first_day AND asked.last_day AND entries.origin_day < asked.first_day
    WHEN 'cohort' THEN entries.origin_day BETWEEN asked.first_day AND asked.last_day AND entries.day <= asked.last_day
    WHEN 'cohort_to_date' THEN entries.origin_day BETWEEN asked.first_day AND asked.last_day
  END
  AND ${measure} <> 0
