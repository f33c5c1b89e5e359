-- Grain: area, category_group, period, is_equal_age: every figure that there has to be.
-- Covered, zero and unknown days, and the longest run of zero days; null where no source dates to the day.
WITH
days AS (SELECT area, category_group, incidents FROM incident_days),
coverage AS (SELECT area, period, coverage FROM period_coverage),
on_time AS (SELECT area, category_group, period, incidents FROM on_time_days),
open AS (SELECT area, category_group, lines FROM open_days),
cells AS (
  SELECT
    areas.area,
    areas.area_level,
    groups.category_group,
    groups.booking_sets.incidents_reported AS booking_set,
    days.incidents,
    concat(
      coalesce(unknown.days, array()),
      coalesce(
        flatten(transform(
          filter(open.lines, it -> array_contains(areas.answers[groups.booking_sets.incidents_reported].sources, it.source)),
          it -> it.days)),
        array())) AS unknown
  FROM areas
  CROSS JOIN groups
  LEFT JOIN days ON days.area = areas.area AND days.category_group = groups.category_group
  LEFT JOIN unknown_days AS unknown
    ON unknown.area = areas.area AND unknown.booking_set = groups.booking_sets.incidents_reported
  LEFT JOIN open ON open.area = areas.area AND open.category_group = groups.category_group
),
latest AS (
  SELECT
    cells.area,
    cells.category_group,
    cells.booking_set,
    periods.period,
    false AS is_equal_age,
    zero_runs(cells.incidents, request.first_day, cells.unknown, periods.first_day, periods.last_day) AS runs
  FROM cells
  CROSS JOIN periods
  CROSS JOIN request
),
equal_age AS (
  SELECT
    cells.area,
    cells.category_group,
    cells.booking_set,
    periods.period,
    true AS is_equal_age,
    zero_runs(on_time.incidents, periods.first_day, cells.unknown, periods.first_day, periods.last_day) AS runs
  FROM cells
  CROSS JOIN periods
  LEFT JOIN on_time
    ON on_time.area = cells.area
    AND on_time.category_group = cells.category_group
    AND on_time.period = periods.period
  WHERE cells.area_level <> 'station'
),
all_runs AS (
  SELECT * FROM latest
  UNION ALL
  SELECT * FROM equal_age
)
SELECT /*+ BROADCAST(coverage) */
  all_runs.area,
  all_runs.category_group,
  all_runs.period,
  all_runs.is_equal_age,
  IF(coverage[booking_set].availability = 'not_booked' OR coverage[booking_set].is_coarser_than_day, NULL, runs) AS runs
FROM all_runs
JOIN coverage ON coverage.area = all_runs.area AND coverage.period = all_runs.period
