-- Grain: source, measure, station, category_group: what a source has said it answers for.
-- The runs of days that no file is delivered for (by category where files tell categories apart), on which the source
-- was silent, and which open lines may belong to.
WITH
terms AS (SELECT station, valid_from, coalesce(valid_to, DATE'9999-12-31') AS valid_to FROM stations),
booked AS (
  SELECT
    bookings.source,
    bookings.measure,
    terms.station,
    groups.code AS category_group,
    groups.category_group AS group_number,
    greatest(terms.valid_from, bookings.from_day) AS first_day,
    least(terms.valid_to, bookings.to_day, request.known_at) AS last_day
  FROM bookings
  JOIN terms ON bookings.station IS NULL OR bookings.station = terms.station
  JOIN groups ON bookings.category_group IS NULL OR bookings.category_group = groups.code
  CROSS JOIN request
  WHERE greatest(terms.valid_from, bookings.from_day) <= least(terms.valid_to, bookings.to_day, request.known_at)
),
alone AS (SELECT DISTINCT source, station FROM undelivered WHERE station IS NOT NULL),
apart AS (SELECT DISTINCT source, category FROM undelivered WHERE category IS NOT NULL),
categories AS (
  SELECT groups.category_group, category_kinds.category
  FROM groups
  LEFT JOIN kind_groups ON kind_groups.category_group = groups.category_group
  LEFT JOIN category_kinds ON category_kinds.kind = kind_groups.kind
),
asked AS (
  SELECT sources.source, categories.category_group, categories.category AS name, apart.category
  FROM (SELECT DISTINCT source FROM apart) AS sources
  CROSS JOIN categories
  LEFT JOIN apart ON apart.source = sources.source AND apart.category = categories.category
),
missing AS (
  SELECT
    undelivered.source,
    undelivered.station,
    asked.category_group,
    flatten(collect_list(transform(undelivered.days, it -> struct(it.first_day, it.last_day, asked.name AS category)))) AS days
  FROM undelivered
  LEFT JOIN asked ON asked.source = undelivered.source
  WHERE asked.source IS NULL OR asked.category <=> undelivered.category
  GROUP BY undelivered.source, undelivered.station, asked.category_group
),
silent AS (
  SELECT source, measure, station, collect_list(struct(first_day, last_day, rows, expected)) AS days
  FROM doubts
  GROUP BY source, measure, station
),
lines AS (
  SELECT
    open_lines.source,
    IF(open_lines.station IN (SELECT station FROM stations), open_lines.station, NULL) AS station,
    kind_groups.category_group,
    array_distinct(flatten(collect_list(days))) AS days,
    array_distinct(flatten(collect_list(days_reported))) AS days_reported
  FROM open_lines
  LEFT JOIN category_kinds ON category_kinds.category = open_lines.category
  LEFT JOIN kind_groups ON kind_groups.kind = category_kinds.kind
  GROUP BY ALL
)
SELECT
  booked.source,
  booked.measure,
  booked.station,
  booked.category_group,
  booked.first_day,
  booked.last_day,
  coalesce(any_value(missing.days), array()) AS unknown,
  concat(coalesce(any_value(of_all.days), array()), coalesce(any_value(own.days), array())) AS doubtful,
  flatten(collect_list(IF(booked.measure = 'incidents_reported', lines.days_reported, lines.days))) AS open
FROM booked
LEFT JOIN alone ON alone.source = booked.source AND alone.station = booked.station
LEFT JOIN missing
  ON missing.source = booked.source
  AND missing.station <=> alone.station
  AND coalesce(missing.category_group, booked.group_number) = booked.group_number
LEFT JOIN silent AS of_all ON of_all.source = booked.source AND of_all.measure = booked.measure AND of_all.station IS NULL
LEFT JOIN silent AS own ON own.source = booked.source AND own.measure = booked.measure AND own.station = booked.station
LEFT JOIN lines
  ON lines.source = booked.source
  AND (lines.station IS NULL OR lines.station = booked.station)
  AND (lines.category_group IS NULL OR lines.category_group = booked.group_number)
GROUP BY booked.source, booked.measure, booked.station, booked.category_group, booked.first_day, booked.last_day
