-- Grain: segment, origin_segment, recorded_segment, area, kind.
-- The entries that count, each day replaced by its segment of the calendar, each station code by the
-- station of today, each category by its kind. Segment 0 is all that lies before the first window.
WITH
entries AS (
  SELECT ledger.*
  FROM ledger
  LEFT SEMI JOIN batches ON batches.batch_id = ledger.batch_id
  WHERE ledger.recorded_on <= (SELECT known_at FROM request)
    AND ledger.day <= (SELECT known_at FROM request)
),
terms AS (SELECT station, from_day, to_day, area FROM station_terms),
kinds AS (SELECT category, kind FROM category_kinds)
SELECT /*+ BROADCAST(days, origin_days, recorded_days, terms, kinds) */
  coalesce(days.segment, 0) AS segment,
  coalesce(origin_days.segment, 0) AS origin_segment,
  coalesce(recorded_days.segment, 0) AS recorded_segment,
  terms.area,
  kinds.kind,
  sum(${measure}) AS ${measure}
FROM entries
LEFT JOIN calendar AS days ON days.day = entries.day
LEFT JOIN calendar AS origin_days ON origin_days.day = entries.origin_day
LEFT JOIN calendar AS recorded_days ON recorded_days.day = entries.recorded_on
JOIN terms ON terms.station = entries.station AND entries.code_day BETWEEN terms.from_day AND terms.to_day
JOIN kinds ON kinds.category = entries.category
GROUP BY ALL
