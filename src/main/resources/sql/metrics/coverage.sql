-- Grain: source, measure, station, category_group, first_day: an unbroken run of days in one state.
-- What a source has said it answers for, by what came of it: unknown where no file is delivered, open where a
-- rejected line may belong to the day, else covered.
WITH
bookings AS (SELECT source, measure, station, category_group, from_day, to_day FROM bookings),
terms AS (SELECT station, valid_from, coalesce(valid_to, DATE'9999-12-31') AS valid_to FROM stations),
groups AS (SELECT category_group, code FROM groups),
alone AS (SELECT DISTINCT source, station FROM standing_receipts WHERE station IS NOT NULL),
gaps AS (
  SELECT source, station, collect_list(struct(first_day, last_day)) AS days
  FROM undelivered
  GROUP BY source, station
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
),
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
judged AS (
  SELECT
    booked.source,
    booked.measure,
    booked.station,
    booked.category_group,
    booked.first_day,
    booked.last_day,
    coalesce(any_value(gaps.days), array()) AS unknown,
    flatten(collect_list(IF(booked.measure = 'incidents_reported', lines.days_reported, lines.days))) AS open
  FROM booked
  LEFT JOIN alone ON alone.source = booked.source AND alone.station = booked.station
  LEFT JOIN gaps ON gaps.source = booked.source AND gaps.station <=> alone.station
  LEFT JOIN lines
    ON lines.source = booked.source
    AND (lines.station IS NULL OR lines.station = booked.station)
    AND (lines.category_group IS NULL OR lines.category_group = booked.group_number)
  GROUP BY ALL
),
starts AS (
  SELECT
    *,
    explode(array_distinct(filter(
      concat(
        array(first_day),
        transform(concat(unknown, open), it -> it.first_day),
        transform(concat(unknown, open), it -> IF(it.last_day < last_day, date_add(it.last_day, 1), it.first_day))),
      it -> it BETWEEN first_day AND last_day))) AS start
  FROM judged
),
states AS (
  SELECT
    *,
    CASE
      WHEN exists(unknown, it -> start BETWEEN it.first_day AND it.last_day) THEN 'unknown'
      WHEN exists(open, it -> start BETWEEN it.first_day AND it.last_day) THEN 'open'
      ELSE 'covered'
    END AS state
  FROM starts
),
changes AS (
  SELECT *, lag(state) OVER (PARTITION BY source, measure, station, category_group, first_day ORDER BY start) AS before
  FROM states
)
SELECT
  source,
  measure,
  station,
  category_group,
  start AS first_day,
  coalesce(
    date_sub(lead(start) OVER (PARTITION BY source, measure, station, category_group, first_day ORDER BY start), 1),
    last_day) AS last_day,
  state,
  CASE state
    WHEN 'unknown' THEN '没有收到覆盖这些日期的文件'
    WHEN 'open' THEN '有被拒收、尚待处理的数据行可能属于这些日期'
  END AS reason_zh,
  CASE state
    WHEN 'unknown' THEN 'no file that covers these days is delivered'
    WHEN 'open' THEN 'a rejected line that is still open may belong to these days'
  END AS reason_en
FROM changes
WHERE before IS DISTINCT FROM state
