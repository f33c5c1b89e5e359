-- Grain: window, year, area_level, area, category_group.
-- The days without an incident, as all that is recorded tells.
WITH
figures AS (SELECT * FROM period_sums),
periods AS (SELECT period, `window`, year FROM periods),
areas AS (SELECT area, area_level, code, name_zh, name_en FROM areas),
groups AS (SELECT category_group, code, name_zh, name_en FROM groups)
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
WHERE NOT is_equal_age
