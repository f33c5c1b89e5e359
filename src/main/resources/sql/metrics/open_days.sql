-- Grain: area, category_group. By source, the days on which open lines may count as reported.
WITH
scopes AS (
  SELECT source, area, category_group, array_distinct(flatten(collect_set(days_reported))) AS days
  FROM open_scopes
  GROUP BY source, area, category_group
)
SELECT areas.area, groups.category_group, collect_list(struct(scopes.source, scopes.days)) AS lines
FROM scopes
JOIN areas ON scopes.area IS NULL OR scopes.area = areas.area
JOIN groups ON scopes.category_group IS NULL OR scopes.category_group = groups.category_group
GROUP BY ALL
