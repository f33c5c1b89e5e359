-- Grain: source, station and category that files name (null: any).
-- The runs of days that the files that stand answer for.
WITH
scopes AS (
  SELECT source, stations, categories, joined_days(flatten(collect_list(covered))) AS days
  FROM standing_receipts
  WHERE categories IS NULL OR size(categories) > 0
  GROUP BY source, stations, categories
),
by_station AS (SELECT source, categories, days, station FROM scopes LATERAL VIEW OUTER explode(stations) AS station),
by_category AS (SELECT source, station, days, category FROM by_station LATERAL VIEW OUTER explode(categories) AS category)
SELECT source, station, category, joined_days(flatten(collect_list(days))) AS days
FROM by_category
GROUP BY source, station, category
