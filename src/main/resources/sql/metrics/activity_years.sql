-- Grain: area, activity, period: every figure that there has to be.
-- The quantity and, of a share, that of its whole: null where nothing is held, 0 where files answer for days and nothing
-- was done. How many of its days files answer for: all of the period, of a stock the last one.
WITH
asked AS (
  SELECT
    areas.area,
    areas.answers[activities.booking_set].sources AS sources,
    activities.activity,
    activities.activity_type,
    activities.per,
    periods.period,
    periods.`window`,
    periods.year,
    periods.last_day,
    IF(activities.activity_type = 'stock', periods.last_day, periods.first_day) AS first_day,
    areas.began_on,
    areas.ended_on,
    areas.comparable_from,
    unknown.days AS unknown
  FROM areas
  CROSS JOIN activities
  CROSS JOIN periods
  LEFT JOIN unknown_days AS unknown ON unknown.area = areas.area AND unknown.booking_set = activities.booking_set
),
covered AS (SELECT *, uncovered_days(unknown, first_day, last_day) AS uncovered FROM asked WHERE size(sources) > 0),
sums AS (SELECT * FROM activity_sums),
lines AS (
  SELECT scopes.source, scopes.area, known.activity, scopes.days, scopes.lines
  FROM open_scopes AS scopes
  LEFT JOIN activities AS known ON known.activity = scopes.activity
),
open AS (
  SELECT covered.area, covered.activity, covered.period, sum(lines.lines) AS lines
  FROM covered
  JOIN lines
    ON array_contains(covered.sources, lines.source)
    AND coalesce(lines.area = covered.area, true)
    AND coalesce(lines.activity IN (covered.activity, coalesce(covered.per, covered.activity)), true)
    AND exists(lines.days, it -> it.first_day <= covered.last_day AND (covered.activity_type = 'stock' OR it.last_day >= covered.first_day))
  GROUP BY ALL
)
SELECT
  covered.area,
  covered.activity,
  covered.`window`,
  covered.year,
  IF(activity_type = 'flow' AND uncovered.days_covered > 0, coalesce(own.quantity, 0), own.quantity) AS quantity,
  IF(activity_type = 'flow' AND uncovered.days_covered > 0 AND per IS NOT NULL, coalesce(whole.quantity, 0), whole.quantity) AS whole,
  datediff(covered.last_day, covered.first_day) + 1 AS days,
  uncovered.days_covered,
  uncovered.gaps,
  IF(began_on > first_day, began_on, NULL) AS began_on,
  IF(ended_on < last_day, ended_on, NULL) AS ended_on,
  IF(comparable_from > first_day, comparable_from, NULL) AS comparable_from,
  coalesce(open.lines, 0) AS lines_in_quarantine
FROM covered
LEFT JOIN sums AS own ON own.area = covered.area AND own.activity = covered.activity AND own.period = covered.period
LEFT JOIN sums AS whole ON whole.area = covered.area AND whole.activity = covered.per AND whole.period = covered.period
LEFT JOIN open ON open.area = covered.area AND open.activity = covered.activity AND open.period = covered.period
