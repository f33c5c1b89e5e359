-- Grain: window, area_level, area, activity.
-- What the force does, compared over the years, as all that is recorded tells; of what some source answers for.
WITH
figures AS (SELECT * FROM activity_years),
windows AS (SELECT `window`, years FROM window_years),
areas AS (SELECT area, area_level, code, name_zh, name_en FROM areas),
side_by_side AS (
  SELECT
    area,
    activity,
    `window`,
    collect_list(struct(year, quantity, whole, days, days_covered, gaps, began_on, ended_on, comparable_from, lines_in_quarantine)) AS years
  FROM figures
  GROUP BY area, activity, `window`
),
compared AS (
  SELECT
    side_by_side.area,
    side_by_side.`window`,
    activities.*,
    inline(array(compare_activity(
      side_by_side.years,
      windows.years,
      struct(activities.activity, activity_type, name_zh, name_en, unit_zh, unit_en, better, per, per_name_zh, per_name_en))))
  FROM side_by_side
  JOIN windows ON windows.`window` = side_by_side.`window`
  JOIN activities ON activities.activity = side_by_side.activity
)
SELECT /*+ BROADCAST(areas) */
  `window`,
  areas.area_level,
  areas.code AS area,
  areas.name_zh AS area_name_zh,
  areas.name_en AS area_name_en,
  activity,
  compared.name_zh AS activity_name_zh,
  compared.name_en AS activity_name_en,
  activity_type,
  unit_zh,
  unit_en,
  per,
  year,
  value,
  numerator,
  denominator,
  prior_value,
  change,
  change_pct,
  change_points,
  per_day_change_pct,
  baseline_zh,
  baseline_en,
  years_compared,
  rank,
  best_value,
  best_years,
  worst_value,
  worst_years,
  record,
  record_reason_zh,
  record_reason_en,
  lines_in_quarantine,
  coverage
FROM compared
JOIN areas ON areas.area = compared.area
