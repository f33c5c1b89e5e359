-- Grain: fact, that is vintage, window, year, area_level, area, category_group.
-- Every sum that metrics are made of. A sum that no delivery of a source carries is null; one that
-- deliveries carry is 0 where nothing happened.
SELECT
  facts.fact,
  facts.vintage,
  facts.`window`,
  facts.year,
  facts.area_level,
  facts.area,
  facts.category_group,
  IF(has_incidents_reported, coalesce(day_sums.incidents_reported, 0), NULL) AS incidents_reported,
  IF(has_incidents_occurred, coalesce(day_sums.incidents_occurred, 0), NULL) AS incidents_occurred,
  IF(has_cases_filed, coalesce(day_sums.cases_filed, 0), NULL) AS cases_filed,
  IF(has_cases_cleared, coalesce(day_sums.cases_cleared, 0), NULL) AS cases_cleared,
  IF(has_cases_cleared, coalesce(day_sums.cases_cleared_current, 0), NULL) AS cases_cleared_current,
  IF(has_cases_cleared, coalesce(day_sums.cases_cleared_backlog, 0), NULL) AS cases_cleared_backlog,
  IF(has_cases_cleared, coalesce(cohort_sums.cohort_cleared, 0), NULL) AS cohort_cleared,
  IF(has_cases_cleared, coalesce(cohort_sums.cohort_cleared_to_date, 0), NULL) AS cohort_cleared_to_date,
  IF(has_deaths, coalesce(day_sums.deaths, 0), NULL) AS deaths,
  IF(has_injuries, coalesce(day_sums.injuries, 0), NULL) AS injuries,
  IF(has_loss_cents, coalesce(day_sums.loss_cents, 0), NULL) AS loss,
  IF(has_recovered_cents, coalesce(day_sums.recovered_cents, 0), NULL) AS recovered,
  IF(has_recovered_cents, coalesce(cohort_sums.cohort_recovered, 0), NULL) AS cohort_recovered,
  IF(has_arrivals_timed, coalesce(day_sums.arrivals_timed, 0), NULL) AS arrivals_timed,
  IF(has_arrived_within_60s, coalesce(day_sums.arrived_within_60s, 0), NULL) AS arrived_within_60s,
  IF(has_arrived_within_180s, coalesce(day_sums.arrived_within_180s, 0), NULL) AS arrived_within_180s,
  IF(has_arrived_within_300s, coalesce(day_sums.arrived_within_300s, 0), NULL) AS arrived_within_300s,
  IF(has_clearances_timed, coalesce(day_sums.clearances_timed, 0), NULL) AS clearances_timed,
  IF(has_cleared_within_1h, coalesce(day_sums.cleared_within_1h, 0), NULL) AS cleared_within_1h,
  IF(has_cleared_within_24h, coalesce(day_sums.cleared_within_24h, 0), NULL) AS cleared_within_24h,
  facts.days,
  facts.days_covered,
  facts.lines_in_quarantine,
  facts.coverage
FROM facts
LEFT JOIN day_sums ON day_sums.fact = facts.fact
LEFT JOIN cohort_sums ON cohort_sums.fact = facts.fact
