-- Grain: that of traced_entries.
-- Of ledger entries, or of what record versions book, those that one figure sums: of its area, its category group,
-- its days and what was known. amount is what they add to it.
WITH
entries AS (SELECT * FROM traced_entries),
asked AS (SELECT category_group, basis, first_day, last_day, cut_off FROM asked),
terms AS (SELECT station, from_day, to_day FROM area_terms),
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
