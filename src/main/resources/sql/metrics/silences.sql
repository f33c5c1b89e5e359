-- Grain: source, station (null: all of them together).
-- The silences on the days that a source answers for: by measure those too long to be chance (doubts), the longest
-- run of days without any row, and since when a silence lasts that hardly seems chance.
WITH
terms AS (SELECT station, valid_from, coalesce(valid_to, DATE'9999-12-31') AS valid_to FROM stations),
booked AS (
  SELECT DISTINCT
    bookings.source,
    bookings.measure,
    bookings.resolution,
    terms.station,
    greatest(terms.valid_from, bookings.from_day, request.first_day) AS first_day,
    least(terms.valid_to, bookings.to_day, request.known_at) AS last_day
  FROM bookings
  JOIN terms ON bookings.station IS NULL OR bookings.station = terms.station
  CROSS JOIN request
  WHERE greatest(terms.valid_from, bookings.from_day, request.first_day)
    <= least(terms.valid_to, bookings.to_day, request.known_at)
),
missing AS (
  SELECT source, station, other_days(flatten(collect_list(other_days(days)))) AS days
  FROM undelivered
  GROUP BY source, station
),
alone AS (SELECT source, station FROM missing WHERE station IS NOT NULL),
settled AS (SELECT source, station, collect_list(struct(first_day, last_day)) AS days FROM quiet GROUP BY source, station),
answered AS (
  SELECT booked.*, missing.days AS missing, coalesce(of_all.days, array()) AS quiet, coalesce(own.days, array()) AS own_quiet
  FROM booked
  LEFT JOIN alone ON alone.source = booked.source AND alone.station = booked.station
  JOIN missing ON missing.source = booked.source AND missing.station <=> alone.station
  LEFT JOIN settled AS of_all ON of_all.source = booked.source AND of_all.station IS NULL
  LEFT JOIN settled AS own ON own.source = booked.source AND own.station = booked.station
),
spans AS (
  SELECT
    source,
    station,
    measure,
    resolution,
    collect_list(struct(first_day, last_day)) AS booked,
    flatten(collect_list(concat(missing, quiet, own_quiet))) AS unanswered
  FROM answered
  GROUP BY source, station, measure, resolution
  UNION ALL
  SELECT
    source,
    CAST(NULL AS STRING) AS station,
    measure,
    resolution,
    array(struct(min(first_day) AS first_day, max(last_day) AS last_day)) AS booked,
    array_distinct(flatten(collect_list(concat(
      transform(
        filter(missing, it -> it.first_day <= answered.last_day AND it.last_day >= answered.first_day),
        it -> struct(greatest(it.first_day, answered.first_day) AS first_day, least(it.last_day, answered.last_day) AS last_day)),
      quiet)))) AS unanswered
  FROM answered
  GROUP BY source, measure, resolution
),
delays AS (SELECT source, delays FROM source_delays),
days AS (SELECT *, count(station) OVER (PARTITION BY source) AS stations FROM source_days),
measures AS (
  SELECT source, station, collect_list(struct(measure, resolution, booked, unanswered)) AS measures
  FROM spans
  GROUP BY source, station
)
SELECT
  days.source,
  days.station,
  inline(array(silences(days.days, measures.measures, coalesce(delays.delays, array()), request.first_day, request.known_at, int(IF(stations > 1, stations + 1, 1)))))
FROM days
JOIN measures ON measures.source = days.source AND measures.station <=> days.station
LEFT JOIN delays ON delays.source = days.source
CROSS JOIN request
