-- Grain: period, area, kind, is_late.
-- What happened inside each period, and what became of the cases that began inside it. An entry is late
-- for a period when it was recorded, or happened, after the period's cut-off at equal age.
WITH
sums AS (SELECT * FROM sums_by_segment),
periods AS (SELECT segment, period, first_segment, last_segment, cut_off_segment FROM period_segments),
happened AS (
  SELECT /*+ BROADCAST(periods) */
    periods.period,
    sums.area,
    sums.kind,
    sums.recorded_segment > periods.cut_off_segment AS is_late,
    sum(${measure}) AS ${measure},
    sum(IF(origin_segment >= first_segment, cases_cleared, 0)) AS cases_cleared_current,
    sum(IF(origin_segment < first_segment, cases_cleared, 0)) AS cases_cleared_backlog,
    0L AS cohort_cleared,
    0L AS cohort_cleared_to_date,
    0L AS cohort_recovered
  FROM sums
  JOIN periods ON periods.segment = sums.segment
  GROUP BY ALL
),
cohorts AS (
  SELECT /*+ BROADCAST(periods) */
    periods.period,
    sums.area,
    sums.kind,
    greatest(sums.segment, sums.recorded_segment) > periods.cut_off_segment AS is_late,
    sum(IF(sums.segment <= last_segment, cases_cleared, 0)) AS cohort_cleared,
    sum(cases_cleared) AS cohort_cleared_to_date,
    sum(IF(sums.segment <= last_segment, recovered_cents, 0)) AS cohort_recovered
  FROM sums
  JOIN periods ON periods.segment = sums.origin_segment
  WHERE cases_cleared <> 0 OR recovered_cents <> 0
  GROUP BY ALL
)
SELECT * FROM happened
UNION ALL
SELECT
  period,
  area,
  kind,
  is_late,
  0L AS ${measure},
  0L AS cases_cleared_current,
  0L AS cases_cleared_backlog,
  cohort_cleared,
  cohort_cleared_to_date,
  cohort_recovered
FROM cohorts
