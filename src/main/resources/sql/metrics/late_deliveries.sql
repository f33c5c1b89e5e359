-- Grain: source, station (null: any that no file names), category (likewise), period.
-- What nothing tells to have been known by a period's cut-off at equal age: the runs of its days that no file
-- had delivered by then, of sources whose recording times cannot be trusted so early.
WITH
receipts AS (
  SELECT source, stations, categories, covered, delivered_on
  FROM standing_receipts
  WHERE categories IS NULL OR size(categories) > 0
),
sources AS (SELECT DISTINCT source, trusted_from FROM area_answers WHERE trusted_from IS NOT NULL),
untimed AS (
  SELECT DISTINCT sources.source, periods.period, periods.first_day, periods.last_day, periods.cut_off
  FROM sources
  JOIN periods ON sources.trusted_from > periods.cut_off
),
scopes AS (
  SELECT
    untimed.source,
    untimed.period,
    receipts.stations,
    receipts.categories,
    joined_days(flatten(collect_list(receipts.covered))) AS days
  FROM untimed
  JOIN receipts
    ON receipts.source = untimed.source
    AND receipts.delivered_on <= untimed.cut_off
    AND exists(receipts.covered, it -> it.first_day <= untimed.last_day AND it.last_day >= untimed.first_day)
  GROUP BY ALL
),
by_station AS (SELECT source, period, categories, days, station FROM scopes LATERAL VIEW OUTER explode(stations) AS station),
delivered AS (
  SELECT source, period, station, days, category
  FROM by_station LATERAL VIEW OUTER explode(categories) AS category
),
asked AS (
  SELECT
    source,
    station,
    category,
    explode(array_distinct(array(
      struct(station, category),
      struct(station, CAST(NULL AS STRING) AS category),
      struct(CAST(NULL AS STRING) AS station, category),
      struct(CAST(NULL AS STRING) AS station, CAST(NULL AS STRING) AS category)))) AS named
  FROM undelivered
),
late AS (
  SELECT
    untimed.source,
    asked.station,
    asked.category,
    untimed.period,
    filter(
      other_days(flatten(collect_list(delivered.days))),
      it -> it.first_day <= untimed.last_day AND it.last_day >= untimed.first_day) AS days
  FROM untimed
  JOIN asked ON asked.source = untimed.source
  LEFT JOIN delivered
    ON delivered.source = untimed.source
    AND delivered.period = untimed.period
    AND delivered.station <=> asked.named.station
    AND delivered.category <=> asked.named.category
  GROUP BY untimed.source, asked.station, asked.category, untimed.period, untimed.first_day, untimed.last_day
)
SELECT source, station, category, period, days
FROM late
WHERE size(days) > 0
