-- Grain: area, category_group.
-- The incidents reported, the incidents occurred and the deaths of each day from the first day of all windows on:
-- an array a measure.
WITH
entries AS (
  SELECT ledger.day, ledger.station, ledger.code_day, ledger.category, request.first_day, ledger.incidents_reported, ledger.incidents_occurred, ledger.deaths
  FROM ledger
  LEFT SEMI JOIN batches ON batches.batch_id = ledger.batch_id
  CROSS JOIN request
  WHERE (ledger.incidents_reported <> 0 OR ledger.incidents_occurred <> 0 OR ledger.deaths <> 0)
    AND ledger.recorded_on <= (SELECT known_at FROM request)
    AND ledger.day BETWEEN (SELECT first_day FROM request) AND (SELECT last_day FROM request)
),
terms AS (SELECT station, from_day, to_day, area FROM station_terms),
kinds AS (SELECT category, kind FROM category_kinds),
parents AS (SELECT area, parent FROM areas),
groups AS (SELECT kind, category_group FROM kind_groups),
kind_days AS (
  SELECT /*+ BROADCAST(terms, kinds) */
    terms.area,
    kinds.kind,
    add_days(datediff(entries.day, entries.first_day), array(int(entries.${day_measure}))) FILTER (WHERE entries.${day_measure} <> 0) AS ${day_measure}
  FROM entries
  JOIN terms ON terms.station = entries.station AND entries.code_day BETWEEN terms.from_day AND terms.to_day
  JOIN kinds ON kinds.category = entries.category
  GROUP BY ALL
),
station_days AS (
  SELECT
    kind_days.area,
    groups.category_group,
    add_days(0, kind_days.${day_measure}) AS ${day_measure}
  FROM kind_days
  JOIN groups ON groups.kind = kind_days.kind
  GROUP BY ALL
),
district_days AS (
  SELECT
    parents.parent AS area,
    station_days.category_group,
    add_days(0, station_days.${day_measure}) AS ${day_measure}
  FROM station_days
  JOIN parents ON parents.area = station_days.area
  GROUP BY ALL
),
force_days AS (
  SELECT
    parents.parent AS area,
    district_days.category_group,
    add_days(0, district_days.${day_measure}) AS ${day_measure}
  FROM district_days
  JOIN parents ON parents.area = district_days.area
  GROUP BY ALL
)
SELECT * FROM station_days
UNION ALL
SELECT * FROM district_days
UNION ALL
SELECT * FROM force_days
