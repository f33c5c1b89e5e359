-- Grain: area, booking_set.
-- The runs of days of which an area's figures are not known, by state: unknown where a source that answers for one of
-- its stations has not delivered, doubtful where it was silent, unanswered where nobody answers, absent where the area
-- did not exist. They may overlap.
WITH
answers AS (SELECT area, booking_set, source, doubted, station, first_day, last_day FROM area_answers),
unanswered AS (SELECT area, booking_set, first_day, last_day, state FROM area_unanswered),
alone AS (SELECT DISTINCT source, station FROM undelivered WHERE station IS NOT NULL),
apart AS (SELECT DISTINCT source, category FROM undelivered WHERE category IS NOT NULL),
asked AS (
  SELECT DISTINCT of_sets.booking_set, of_sets.source, apart.category
  FROM booking_set_categories AS of_sets
  LEFT JOIN apart ON apart.source = of_sets.source AND apart.category = of_sets.category
),
gaps AS (SELECT source, station, category, run.* FROM undelivered LATERAL VIEW explode(days) AS run),
missing AS (
  SELECT
    answers.area,
    answers.booking_set,
    greatest(answers.first_day, gaps.first_day) AS first_day,
    least(answers.last_day, gaps.last_day) AS last_day,
    'unknown' AS state
  FROM answers
  LEFT JOIN alone ON alone.source = answers.source AND alone.station = answers.station
  LEFT JOIN asked ON asked.booking_set = answers.booking_set AND asked.source = answers.source
  JOIN gaps
    ON gaps.source = answers.source
    AND gaps.station <=> alone.station
    AND gaps.category <=> asked.category
    AND gaps.first_day <= answers.last_day
    AND gaps.last_day >= answers.first_day
),
silent AS (
  SELECT
    answers.area,
    answers.booking_set,
    greatest(answers.first_day, doubts.first_day) AS first_day,
    least(answers.last_day, doubts.last_day) AS last_day,
    'doubtful' AS state
  FROM answers
  JOIN doubts
    ON doubts.source = answers.source
    AND doubts.measure = answers.doubted
    AND (doubts.station IS NULL OR doubts.station = answers.station)
    AND doubts.first_day <= answers.last_day
    AND doubts.last_day >= answers.first_day
)
SELECT area, booking_set, collect_set(struct(first_day, last_day, state)) AS days
FROM (
  SELECT * FROM missing
  UNION ALL
  SELECT * FROM silent
  UNION ALL
  SELECT * FROM unanswered
)
GROUP BY area, booking_set
