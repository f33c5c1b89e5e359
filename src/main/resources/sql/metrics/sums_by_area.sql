-- Grain: area, category_group, period, is_equal_age.
-- Stations add up to their district, districts to the force; a kind counts in each of its groups. At equal
-- age, which only districts and the force have, what is late does not count.
WITH
station_sums AS (SELECT * FROM sums_by_station),
parents AS (SELECT area, parent FROM areas),
groups AS (SELECT kind, category_group FROM kind_groups),
district_sums AS (
  SELECT /*+ BROADCAST(parents) */
    period,
    parents.parent AS area,
    kind,
    is_late,
    sum(${sum}) AS ${sum}
  FROM station_sums
  JOIN parents ON parents.area = station_sums.area
  GROUP BY ALL
),
force_sums AS (
  SELECT /*+ BROADCAST(parents) */
    period,
    parents.parent AS area,
    kind,
    is_late,
    sum(${sum}) AS ${sum}
  FROM district_sums
  JOIN parents ON parents.area = district_sums.area
  GROUP BY ALL
),
all_sums AS (
  SELECT *, array(false) AS vintages FROM station_sums
  UNION ALL
  SELECT *, IF(is_late, array(false), array(false, true)) AS vintages FROM district_sums
  UNION ALL
  SELECT *, IF(is_late, array(false), array(false, true)) AS vintages FROM force_sums
)
SELECT /*+ BROADCAST(groups) */
  all_sums.area,
  groups.category_group,
  all_sums.period,
  is_equal_age,
  sum(${sum}) AS ${sum}
FROM all_sums
JOIN groups ON groups.kind = all_sums.kind
LATERAL VIEW explode(vintages) AS is_equal_age
GROUP BY ALL
