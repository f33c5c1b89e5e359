-- Grain: area (districts and the force), category_group, period.
-- The incidents reported, the incidents occurred and the deaths of each day of the period, as recorded by its
-- cut-off at equal age: all that is recorded less what was recorded later.
WITH
days AS (SELECT * FROM incident_days),
late AS (
  SELECT
    terms.area,
    kinds.kind,
    periods.period,
    datediff(ledger.day, periods.first_day) AS number,
    int(sum(ledger.${day_measure})) AS ${day_measure}
  FROM ledger
  LEFT SEMI JOIN batches ON batches.batch_id = ledger.batch_id
  JOIN calendar ON calendar.day = ledger.day
  JOIN periods
    ON ledger.day BETWEEN periods.first_day AND periods.last_day
    AND ledger.recorded_on > periods.cut_off
  JOIN station_terms AS terms ON terms.station = ledger.station AND ledger.code_day BETWEEN terms.from_day AND terms.to_day
  JOIN category_kinds AS kinds ON kinds.category = ledger.category
  WHERE (ledger.incidents_reported <> 0 OR ledger.incidents_occurred <> 0 OR ledger.deaths <> 0)
    AND ledger.recorded_on <= (SELECT known_at FROM request)
    AND ledger.recorded_on > calendar.earliest_cut_off
  GROUP BY ALL
),
late_of_districts AS (
  SELECT
    areas.parent AS area,
    late.kind,
    late.period,
    late.number,
    late.${day_measure}
  FROM late
  JOIN areas ON areas.area = late.area
),
late_of_all AS (
  SELECT * FROM late_of_districts
  UNION ALL
  SELECT
    areas.parent AS area,
    kind,
    period,
    number,
    ${day_measure}
  FROM late_of_districts
  JOIN areas ON areas.area = late_of_districts.area
),
parts AS (
  SELECT
    days.area,
    days.category_group,
    periods.period,
    0 AS number,
    slice(days.${day_measure}, datediff(periods.first_day, request.first_day) + 1, periods.days) AS ${day_measure}
  FROM days
  JOIN areas ON areas.area = days.area AND areas.area_level <> 'station'
  CROSS JOIN periods
  CROSS JOIN request
  UNION ALL
  SELECT
    late_of_all.area,
    kind_groups.category_group,
    late_of_all.period,
    number,
    IF(${day_measure} = 0, array(), array(-${day_measure})) AS ${day_measure}
  FROM late_of_all
  JOIN kind_groups ON kind_groups.kind = late_of_all.kind
)
SELECT
  area,
  category_group,
  period,
  add_days(number, ${day_measure}) AS ${day_measure}
FROM parts
GROUP BY ALL
