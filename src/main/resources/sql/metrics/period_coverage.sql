-- Grain: area, period.
-- By booking set: how many days are covered, and what else keeps a figure from being told.
WITH
sets AS (SELECT booking_set FROM booking_sets),
unknown AS (SELECT area, booking_set, days FROM unknown_days),
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
    coalesce(bool_or(versions_from > periods.cut_off), false) AS is_before_versions
  FROM area_answers AS answers
  JOIN periods ON answers.first_day <= periods.last_day AND answers.last_day >= periods.first_day
  GROUP BY ALL
),
counted AS (
  SELECT
    areas.area,
    sets.booking_set,
    periods.period,
    periods.days,
    coalesce(zero_runs(CAST(NULL AS ARRAY<INT>), periods.first_day, unknown.days, periods.first_day, periods.last_day).days_covered, periods.days) AS days_covered
  FROM areas
  CROSS JOIN sets
  CROSS JOIN periods
  LEFT JOIN unknown ON unknown.area = areas.area AND unknown.booking_set = sets.booking_set
),
judged AS (
  SELECT
    counted.*,
    CASE
      WHEN is_too_coarse IS NULL THEN 'not_booked'
      WHEN is_too_coarse THEN 'too_coarse'
      WHEN days_covered = 0 THEN 'not_held'
      WHEN days_covered < days THEN 'partly_covered'
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
  any_value(periods.first_day >= coalesce(areas.comparable_from, DATE'0001-01-01')
    AND NOT exists(areas.absent, it -> it.first_day <= periods.last_day AND it.last_day >= periods.first_day)) AS is_comparable,
  sort_array(collect_list(struct(booking_set, days_covered, availability, is_coarser_than_day, is_before_versions))) AS coverage
FROM judged
JOIN areas ON areas.area = judged.area
JOIN periods ON periods.period = judged.period
GROUP BY judged.area, judged.period
