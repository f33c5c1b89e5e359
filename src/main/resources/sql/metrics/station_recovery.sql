-- Grain: window, year, station, category_group.
-- Value lost and recovered, in cents, by the stations of today, readable without a join.
SELECT /*+ BROADCAST(names, group_names) */
  facts.`window`,
  facts.year,
  facts.area AS station,
  names.station_name_zh,
  names.station_name_en,
  names.district,
  names.district_name_zh,
  names.district_name_en,
  facts.category_group,
  group_names.category_group_name_zh,
  group_names.category_group_name_en,
  facts.loss,
  facts.recovered,
  facts.recovery_rate,
  facts.cohort_recovered,
  facts.cohort_recovery_rate
FROM period_facts AS facts
JOIN station_names AS names ON names.station = facts.area
JOIN group_names ON group_names.category_group = facts.category_group
WHERE facts.vintage = 'latest' AND facts.area_level = 'station'
