-- Grain: window, year, area_level, area, category_group, measure.
-- The days without anything of a measure, as all that is recorded tells; of those that some source books there.
WITH
figures AS (SELECT * FROM period_sums WHERE NOT is_equal_age),
periods AS (SELECT period, `window`, year FROM periods),
areas AS (SELECT area, area_level, code, name_zh, name_en, answers FROM areas),
groups AS (SELECT category_group, code, name_zh, name_en, booking_sets FROM groups)
SELECT /*+ BROADCAST(periods, areas, groups) */
  periods.`window`,
  periods.year,
  areas.area_level,
  areas.code AS area,
  areas.name_zh AS area_name_zh,
  areas.name_en AS area_name_en,
  groups.code AS category_group,
  groups.name_zh AS category_group_name_zh,
  groups.name_en AS category_group_name_en,
  measure,
  figures.days,
  runs.days_covered,
  runs.zero_days,
  runs.unknown_days,
  runs.longest_run_days,
  runs.longest_run_from,
  runs.longest_run_to
FROM figures
JOIN periods ON periods.period = figures.period
JOIN areas ON areas.area = figures.area
JOIN groups ON groups.category_group = figures.category_group
LATERAL VIEW inline(array(
  struct('${day_measure}' AS measure, booking_sets.${day_measure} AS booking_set, ${day_measure}_runs AS runs)
)) AS measure, booking_set, runs
WHERE size(areas.answers[booking_set].sources) > 0
