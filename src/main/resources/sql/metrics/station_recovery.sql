-- Grain: window, year, station, category_group.
-- Value lost and recovered by the stations of today, readable without a join.
WITH
figures AS (SELECT * FROM period_sums),
periods AS (SELECT period, `window`, year FROM periods),
stations AS (
  SELECT area, station, station_name_zh, station_name_en, district, district_name_zh, district_name_en
  FROM station_names
),
groups AS (SELECT category_group, code, name_zh, name_en FROM groups)
SELECT /*+ BROADCAST(periods, stations, groups) */
  periods.`window`,
  periods.year,
  stations.station,
  stations.station_name_zh,
  stations.station_name_en,
  stations.district,
  stations.district_name_zh,
  stations.district_name_en,
  groups.code AS category_group,
  groups.name_zh AS category_group_name_zh,
  groups.name_en AS category_group_name_en,
  figures.loss,
  figures.recovered,
  figures.recovery_rate,
  figures.cohort_recovered,
  figures.cohort_recovery_rate,
  figures.loss / 100 AS loss_yuan,
  figures.recovered / 100 AS recovered_yuan,
  figures.cohort_recovered / 100 AS cohort_recovered_yuan
FROM figures
JOIN periods ON periods.period = figures.period
JOIN stations ON stations.area = figures.area
JOIN groups ON groups.category_group = figures.category_group
WHERE NOT is_equal_age
