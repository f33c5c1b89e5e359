-- Grain: area, category_group, period. By source, the open lines that could change the figure.
WITH
scopes AS (SELECT source, area, category_group, days, lines FROM open_scopes),
by_scope AS (
  SELECT scopes.source, scopes.area, scopes.category_group, periods.period, sum(scopes.lines) AS lines
  FROM scopes
  JOIN periods ON exists(scopes.days, it -> it.first_day <= periods.last_day AND it.last_day >= periods.first_day)
  GROUP BY ALL
),
by_figure AS (
  SELECT areas.area, groups.category_group, by_scope.period, by_scope.source, sum(by_scope.lines) AS lines
  FROM by_scope
  JOIN areas ON by_scope.area IS NULL OR by_scope.area = areas.area
  JOIN groups ON by_scope.category_group IS NULL OR by_scope.category_group = groups.category_group
  GROUP BY ALL
)
SELECT area, category_group, period, map_from_entries(collect_list(struct(source, lines))) AS lines
FROM by_figure
GROUP BY ALL
