-- Grain: area, category_group, period, is_equal_age: every figure that there has to be.
-- Of each measure: covered, zero and unknown days, and the longest run of zero days; null where no source dates it
-- to the day, or nothing tells what was known at equal age. What is unknown of one measure alone joins in cells; how
-- many days records without a day leave uncovered is told apart, null where there are none.
WITH
days AS (SELECT * FROM incident_days),
coverage AS (SELECT area, period, coverage FROM period_coverage),
on_time AS (SELECT * FROM on_time_days),
open AS (SELECT area, category_group, lines FROM open_days),
unknown AS (
  SELECT area, map_from_entries(collect_list(struct(booking_set, transform(days, it -> struct(it.first_day, it.last_day))))) AS days
  FROM unknown_days
  GROUP BY area
),
cells AS (
  SELECT
    areas.area,
    areas.area_level,
    groups.category_group,
    groups.booking_sets.${day_measure} AS ${day_measure}_set,
    size(areas.answers[groups.booking_sets.${day_measure}].sources) > 0 AS books_${day_measure},
    days.${day_measure},
    filter(open.lines, it -> array_contains(areas.answers[groups.booking_sets.${day_measure}].sources, it.source)) AS open_${day_measure},
    concat(coalesce(try_element_at(unknown.days, groups.booking_sets.${day_measure}), array()), coalesce(flatten(transform(open_${day_measure}, it -> it.${day_measure})), array())) AS unknown_${day_measure},
    flatten(transform(filter(open_${day_measure}, it -> it.state = 'undated'), it -> transform(it.${day_measure}, run -> struct(run.first_day, run.last_day, it.state)))) AS undated_${day_measure}
  FROM areas
  CROSS JOIN groups
  LEFT JOIN days ON days.area = areas.area AND days.category_group = groups.category_group
  LEFT JOIN unknown ON unknown.area = areas.area
  LEFT JOIN open ON open.area = areas.area AND open.category_group = groups.category_group
),
latest AS (
  SELECT
    cells.area,
    cells.category_group,
    periods.period,
    false AS is_equal_age,
    cells.${day_measure}_set,
    IF(books_${day_measure}, zero_runs(cells.${day_measure}, request.first_day, unknown_${day_measure}, periods.first_day, periods.last_day), NULL) AS ${day_measure}_runs,
    IF(size(undated_${day_measure}) > 0, uncovered_days(undated_${day_measure}, periods.first_day, periods.last_day), NULL) AS ${day_measure}_undated
  FROM cells
  CROSS JOIN periods
  CROSS JOIN request
),
equal_age AS (
  SELECT
    cells.area,
    cells.category_group,
    periods.period,
    true AS is_equal_age,
    cells.${day_measure}_set,
    IF(books_${day_measure}, zero_runs(on_time.${day_measure}, periods.first_day, unknown_${day_measure}, periods.first_day, periods.last_day), NULL) AS ${day_measure}_runs,
    IF(size(undated_${day_measure}) > 0, uncovered_days(undated_${day_measure}, periods.first_day, periods.last_day), NULL) AS ${day_measure}_undated
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
  ${day_measure}_undated,
  IF(coverage[${day_measure}_set].availability = 'not_booked' OR coverage[${day_measure}_set].is_coarser_than_day OR is_equal_age AND coverage[${day_measure}_set].is_before_versions, NULL, ${day_measure}_runs) AS ${day_measure}_runs
FROM all_runs
JOIN coverage ON coverage.area = all_runs.area AND coverage.period = all_runs.period
