-- Grain: holder of a station's code (none: the whole force), activity, day.
-- The quantities that are held: what was done on the day, or of a stock the level on it. A holder is told by the first
-- day of its code; closed_on is its last day, null while it is open.
WITH
entries AS (
  SELECT activity_entries.*
  FROM activity_entries
  LEFT SEMI JOIN batches ON batches.batch_id = activity_entries.batch_id
  WHERE activity_entries.recorded_on <= (SELECT known_at FROM request)
    AND activity_entries.day <= (SELECT known_at FROM request)
),
holders AS (
  SELECT terms.station, terms.from_day, terms.to_day, terms.area, stations.valid_to AS closed_on
  FROM station_terms AS terms
  JOIN stations ON stations.station = terms.station AND stations.valid_from BETWEEN terms.from_day AND terms.to_day
),
kinds AS (SELECT activity, activity_type FROM activities)
SELECT /*+ BROADCAST(holders, kinds) */
  coalesce(holders.area, 0) AS area,
  entries.station,
  holders.from_day AS held_from,
  holders.closed_on,
  entries.activity,
  kinds.activity_type,
  entries.day,
  sum(entries.quantity) AS quantity
FROM entries
JOIN kinds ON kinds.activity = entries.activity
LEFT JOIN holders ON holders.station = entries.station AND entries.code_day BETWEEN holders.from_day AND holders.to_day
GROUP BY ALL
HAVING sum(entries.records) > 0
