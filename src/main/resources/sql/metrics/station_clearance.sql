-- Grain: window, year, station, category_group.
-- Cases filed and cleared by the stations of today, readable without a join.
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
  facts.cases_filed,
  facts.cases_cleared,
  facts.cases_cleared_current,
  facts.cases_cleared_backlog,
  facts.clearance_rate,
  facts.cohort_cleared,
  facts.cohort_clearance_rate,
  facts.cohort_clearance_rate_low,
  facts.cohort_clearance_rate_high,
  facts.cohort_cleared_to_date,
  facts.cohort_clearance_to_date_rate,
  facts.cohort_clearance_to_date_rate_low,
  facts.cohort_clearance_to_date_rate_high
FROM period_facts AS facts
JOIN station_names AS names ON names.station = facts.area
JOIN group_names ON group_names.category_group = facts.category_group
WHERE facts.vintage = 'latest' AND facts.area_level = 'station'
