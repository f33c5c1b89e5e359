-- Grain: area, booking_set.
-- The runs of days of which an area's figures are not known: a source that answers for one of its stations
-- has not delivered, or nobody answers, or the area did not exist.
WITH
answers AS (SELECT area, booking_set, source, station, first_day, last_day FROM area_answers),
unanswered AS (SELECT area, booking_set, first_day, last_day FROM area_unanswered),
gaps AS (SELECT source, station, first_day, last_day FROM undelivered),
alone AS (SELECT DISTINCT source, station FROM standing_receipts WHERE station IS NOT NULL),
missing AS (
  SELECT
    answers.area,
    answers.booking_set,
    greatest(answers.first_day, gaps.first_day) AS first_day,
    least(answers.last_day, gaps.last_day) AS last_day
  FROM answers
  LEFT JOIN alone ON alone.source = answers.source AND alone.station = answers.station
  JOIN gaps
    ON gaps.source = answers.source
    AND gaps.station <=> alone.station
    AND gaps.first_day <= answers.last_day
    AND gaps.last_day >= answers.first_day
)
SELECT area, booking_set, collect_set(struct(first_day, last_day)) AS days
FROM (SELECT * FROM missing UNION ALL SELECT * FROM unanswered)
GROUP BY area, booking_set
