-- One row per source: its longest silence, the stations that are silent now with the first day of their silence, and
-- its doubtful days in words, a hundred of each at most.
WITH
coverage AS (
  SELECT * FROM coverage_to_report
),
doubts AS (
  SELECT
    source,
    measure,
    first_day,
    last_day,
    reason_en,
    IF(count(DISTINCT station) = 1, concat('station ', any_value(station)), concat(count(DISTINCT station), ' stations')) AS stations
  FROM coverage
  WHERE state = 'doubtful'
  GROUP BY source, measure, first_day, last_day, reason_en
),
doubts_of_sources AS (
  SELECT
    source,
    slice(array_sort(collect_list(
      concat(measure, ' of ', stations, ' is doubtful from ', first_day, ' to ', last_day, ': ', reason_en))), 1, 100) AS doubts
  FROM doubts
  GROUP BY source
),
silences AS (
  SELECT
    source,
    any_value(longest_silence_first_day) AS first_day,
    any_value(longest_silence_last_day) AS last_day,
    slice(array_sort(collect_set(IF(silent_since IS NULL, NULL, concat(station, ' since ', silent_since)))), 1, 100) AS stations
  FROM coverage
  GROUP BY source
)
SELECT source, first_day, last_day, stations, coalesce(doubts, array()) AS doubts
FROM silences
LEFT JOIN doubts_of_sources USING (source)
ORDER BY source
