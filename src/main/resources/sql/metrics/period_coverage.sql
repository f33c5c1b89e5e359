-- Grain: area, period.
-- When the area began or ended, where that was too late or too early for the period. By booking set: how many days
-- are covered, the first runs of those that are not, and what else keeps a figure from being told.
WITH
sets AS (SELECT booking_set FROM booking_sets),
unknown AS (SELECT area, booking_set, days FROM unknown_days),
alone AS (SELECT DISTINCT source, station FROM undelivered WHERE station IS NOT NULL),
apart AS (SELECT DISTINCT source, category FROM undelivered WHERE category IS NOT NULL),
late AS (SELECT source, station, category, period, days FROM late_deliveries),
asked AS (
  SELECT DISTINCT of_sets.booking_set, of_sets.source, apart.category
  FROM booking_set_categories AS of_sets
  LEFT JOIN apart ON apart.source = of_sets.source AND apart.category = of_sets.category
),
answers AS (
  SELECT area_answers.*, alone.station AS delivered_station, asked.category AS delivered_category
  FROM area_answers
  LEFT JOIN alone ON alone.source = area_answers.source AND alone.station = area_answers.station
  LEFT JOIN asked ON asked.booking_set = area_answers.booking_set AND asked.source = area_answers.source
),
answered AS (
  SELECT
    answers.area,
    answers.booking_set,
    periods.period,
    bool_or(resolution <> 'day') AS is_coarser_than_day,
    bool_or(CASE resolution
      WHEN 'day' THEN false
      WHEN 'month' THEN day(periods.first_day) <> 1 OR day(date_add(periods.last_day, 1)) <> 1
      WHEN 'year' THEN dayofyear(periods.first_day) <> 1 OR dayofyear(date_add(periods.last_day, 1)) <> 1
    END) AS is_too_coarse,
    bool_or(late.period IS NOT NULL) AS is_before_versions
  FROM answers
  JOIN periods ON answers.first_day <= periods.last_day AND answers.last_day >= periods.first_day
  LEFT JOIN late
    ON late.source = answers.source
    AND late.station <=> answers.delivered_station
    AND late.category <=> answers.delivered_category
    AND late.period = periods.period
    AND exists(late.days, it -> it.first_day <= answers.last_day AND it.last_day >= answers.first_day)
  GROUP BY ALL
),
counted AS (
  SELECT
    areas.area,
    sets.booking_set,
    periods.period,
    periods.days,
    uncovered_days(unknown.days, periods.first_day, periods.last_day) AS uncovered
  FROM areas
  CROSS JOIN sets
  CROSS JOIN periods
  LEFT JOIN unknown ON unknown.area = areas.area AND unknown.booking_set = sets.booking_set
),
judged AS (
  SELECT
    counted.area,
    counted.booking_set,
    counted.period,
    uncovered.days_covered,
    uncovered.gaps,
    CASE
      WHEN is_too_coarse IS NULL THEN 'not_booked'
      WHEN is_too_coarse THEN 'too_coarse'
      WHEN uncovered.days_covered = 0 THEN 'not_held'
      WHEN uncovered.days_covered < days THEN 'partly_covered'
      ELSE 'covered'
    END AS availability,
    coalesce(is_coarser_than_day, false) AS is_coarser_than_day,
    coalesce(is_before_versions, false) AS is_before_versions
  FROM counted
  LEFT JOIN answered USING (area, booking_set, period)
)
SELECT
  judged.area,
  judged.period,
  any_value(IF(areas.began_on > periods.first_day, areas.began_on, NULL)) AS began_on,
  any_value(IF(areas.ended_on < periods.last_day, areas.ended_on, NULL)) AS ended_on,
  any_value(IF(areas.comparable_from > periods.first_day, areas.comparable_from, NULL)) AS comparable_from,
  sort_array(collect_list(struct(booking_set, days_covered, availability, is_coarser_than_day, is_before_versions, gaps))) AS coverage
FROM judged
JOIN areas ON areas.area = judged.area
JOIN periods ON periods.period = judged.period
GROUP BY judged.area, judged.period
