-- Grain: area, category_group, period, is_equal_age: every figure that there has to be.
-- Every sum that metrics are made of. A sum that no delivery of a source carries is null; one that
-- deliveries carry is 0 where nothing happened.
WITH
figures AS (SELECT * FROM period_days),
sums AS (SELECT * FROM sums_by_area),
coverage AS (SELECT area, period, coverage, began_on, ended_on, comparable_from FROM period_coverage),
open AS (SELECT area, category_group, period, lines FROM open_counts),
groups AS (SELECT category_group, booking_sets, comparable_from FROM groups),
areas AS (SELECT area, answers FROM areas),
carried AS (
  SELECT /*+ BROADCAST(coverage, groups, areas, open) */
    figures.*,
    periods.days,
    coverage.coverage[booking_sets.anything].days_covered AS days_covered,
    coverage.coverage AS booking_set_coverage,
    coverage.began_on,
    coverage.ended_on,
    greatest(coverage.comparable_from, IF(groups.comparable_from > periods.first_day, groups.comparable_from, NULL)) AS comparable_from,
    open.lines AS open_lines,
    coalesce(
      aggregate(
        filter(map_entries(open.lines), it -> array_contains(areas.answers[booking_sets.anything].sources, it.key)),
        0L, (lines, it) -> lines + it.value),
      0) AS lines_in_quarantine,
    coverage.coverage[booking_sets.${measure}].availability IN ('covered', 'partly_covered') AND NOT (figures.is_equal_age AND coverage.coverage[booking_sets.${measure}].is_before_versions) AS has_${measure}
  FROM figures
  JOIN periods ON periods.period = figures.period
  JOIN groups ON groups.category_group = figures.category_group
  JOIN areas ON areas.area = figures.area
  JOIN coverage ON coverage.area = figures.area AND coverage.period = figures.period
  LEFT JOIN open
    ON open.area = figures.area
    AND open.category_group = figures.category_group
    AND open.period = figures.period
)
SELECT
  carried.area,
  carried.category_group,
  carried.period,
  carried.is_equal_age,
  carried.${day_measure}_runs,
  carried.${day_measure}_undated,
  IF(has_incidents_reported, coalesce(sums.incidents_reported, 0), NULL) AS incidents_reported,
  IF(has_incidents_occurred, coalesce(sums.incidents_occurred, 0), NULL) AS incidents_occurred,
  IF(has_cases_filed, coalesce(sums.cases_filed, 0), NULL) AS cases_filed,
  IF(has_cases_cleared, coalesce(sums.cases_cleared, 0), NULL) AS cases_cleared,
  IF(has_cases_cleared, coalesce(sums.cases_cleared_current, 0), NULL) AS cases_cleared_current,
  IF(has_cases_cleared, coalesce(sums.cases_cleared_backlog, 0), NULL) AS cases_cleared_backlog,
  IF(has_cases_cleared, coalesce(sums.cohort_cleared, 0), NULL) AS cohort_cleared,
  IF(has_cases_cleared, coalesce(sums.cohort_cleared_to_date, 0), NULL) AS cohort_cleared_to_date,
  IF(has_deaths, coalesce(sums.deaths, 0), NULL) AS deaths,
  IF(has_injuries, coalesce(sums.injuries, 0), NULL) AS injuries,
  IF(has_loss_cents, coalesce(sums.loss_cents, 0), NULL) AS loss,
  IF(has_recovered_cents, coalesce(sums.recovered_cents, 0), NULL) AS recovered,
  IF(has_recovered_cents, coalesce(sums.cohort_recovered, 0), NULL) AS cohort_recovered,
  IF(has_arrivals_timed, coalesce(sums.arrivals_timed, 0), NULL) AS arrivals_timed,
  IF(has_arrived_within_60s, coalesce(sums.arrived_within_60s, 0), NULL) AS arrived_within_60s,
  IF(has_arrived_within_180s, coalesce(sums.arrived_within_180s, 0), NULL) AS arrived_within_180s,
  IF(has_arrived_within_300s, coalesce(sums.arrived_within_300s, 0), NULL) AS arrived_within_300s,
  IF(has_clearances_timed, coalesce(sums.clearances_timed, 0), NULL) AS clearances_timed,
  IF(has_cleared_within_1h, coalesce(sums.cleared_within_1h, 0), NULL) AS cleared_within_1h,
  IF(has_cleared_within_24h, coalesce(sums.cleared_within_24h, 0), NULL) AS cleared_within_24h,
  carried.days,
  carried.days_covered,
  carried.lines_in_quarantine,
  carried.days_covered / carried.days AS coverage,
  carried.booking_set_coverage,
  carried.began_on,
  carried.ended_on,
  carried.comparable_from,
  carried.open_lines
FROM carried
LEFT JOIN sums
  ON sums.area = carried.area
  AND sums.category_group = carried.category_group
  AND sums.period = carried.period
  AND sums.is_equal_age = carried.is_equal_age
