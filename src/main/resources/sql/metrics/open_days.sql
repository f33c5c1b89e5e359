-- Grain: area, category_group.
-- By source, the days on which open lines, and records of which the day is not known, may count: of each measure of
-- which days without any are counted.
WITH
scopes AS (
  SELECT
    source,
    'open' AS state,
    area,
    category_group,
    array_distinct(flatten(collect_set(days_reported))) AS incidents_reported,
    array_distinct(flatten(collect_set(days))) AS incidents_occurred,
    array_distinct(flatten(collect_set(days))) AS deaths
  FROM open_scopes
  GROUP BY source, area, category_group
  UNION ALL
  SELECT
    source,
    'undated' AS state,
    area,
    category_group,
    IF(measure = 'incidents_reported', days, array()) AS incidents_reported,
    IF(measure = 'incidents_occurred', days, array()) AS incidents_occurred,
    IF(measure = 'deaths', days, array()) AS deaths
  FROM undated_days
)
SELECT
  areas.area,
  groups.category_group,
  collect_list(struct(scopes.source, scopes.state, scopes.incidents_reported, scopes.incidents_occurred, scopes.deaths)) AS lines
FROM scopes
JOIN areas ON scopes.area IS NULL OR scopes.area = areas.area
JOIN groups ON scopes.category_group IS NULL OR scopes.category_group = groups.category_group
GROUP BY ALL
