-- Grain: vintage, window, area_level, area, category_group, metric.
-- Each metric of each figure compared over the years, and each area with its peers: the areas of its level
-- of today. Peers are ranked only where the metric is booked for, and the window covered in, all of them.
WITH
figures AS (
  SELECT * EXCEPT (
    coverage,
    ${day_measure}_runs
  )
  FROM period_sums
),
periods AS (SELECT period, `window`, year FROM periods),
windows AS (SELECT `window`, years FROM window_years),
areas AS (SELECT area, area_level, code, name_zh, name_en, answers, is_peer, peers FROM areas),
groups AS (SELECT category_group, code, name_zh, name_en, booking_sets FROM groups),
in_windows AS (
  SELECT /*+ BROADCAST(periods), REPARTITION(`window`, category_group) */
    periods.`window`,
    figures.area,
    figures.category_group,
    struct(periods.year, figures.*) AS year
  FROM figures
  JOIN periods ON periods.period = figures.period
),
side_by_side AS (
  SELECT `window`, area, category_group, collect_list(year) AS years
  FROM in_windows
  GROUP BY `window`, area, category_group
),
compared AS (
  SELECT /*+ BROADCAST(windows, areas, groups) */
    side_by_side.`window`,
    side_by_side.category_group,
    side_by_side.area,
    areas.area_level,
    areas.is_peer,
    areas.peers,
    inline(compare(side_by_side.years, windows.years, groups.booking_sets, areas.answers))
  FROM side_by_side
  JOIN windows ON windows.`window` = side_by_side.`window`
  JOIN areas ON areas.area = side_by_side.area
  JOIN groups ON groups.category_group = side_by_side.category_group
),
ranked AS (
  SELECT
    *,
    count_if(is_peer AND is_sound) OVER level = peers AND count_if(is_peer AND place IS NOT NULL) OVER level > 1 AS is_ranked,
    count_if(is_peer AND place IS NOT NULL) OVER level AS places,
    rank() OVER (
      PARTITION BY category_group, `window`, metric, area_level, vintage
      ORDER BY IF(is_peer, place, NULL) NULLS LAST) AS competition_rank
  FROM compared
  WINDOW level AS (PARTITION BY category_group, `window`, metric, area_level, vintage)
)
SELECT /*+ BROADCAST(areas, groups) */
  vintage,
  `window`,
  ranked.area_level,
  areas.code AS area,
  areas.name_zh AS area_name_zh,
  areas.name_en AS area_name_en,
  groups.code AS category_group,
  groups.name_zh AS category_group_name_zh,
  groups.name_en AS category_group_name_en,
  metric,
  year,
  value,
  prior_value,
  change,
  change_pct,
  change_points,
  per_day_change_pct,
  years_compared,
  rank,
  best_value,
  best_years,
  worst_value,
  worst_years,
  IF(ranked.is_peer AND is_ranked AND place IS NOT NULL, competition_rank, NULL) AS peer_rank,
  IF(ranked.is_peer AND is_ranked, int(places), NULL) AS peer_count,
  record,
  record_reason_zh,
  record_reason_en,
  p_value,
  within_chance
FROM ranked
JOIN areas ON areas.area = ranked.area
JOIN groups ON groups.category_group = ranked.category_group
