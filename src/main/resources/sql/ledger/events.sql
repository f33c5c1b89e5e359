-- One row per day on which a version of standing_versions has events, under the origin day of these:
-- with sign 1 once it is known, and with sign -1 once a later version stands instead. is_reported,
-- is_occurred and so on tell which events fall on the day; what of the record is booked for each is told
-- by io.tongqi.domain.Measure. report_day and occurrence_day are null where the mapping gives that day
-- and the record lacks it: nothing is booked for the event. The first version of a record without a time
-- counts as recorded on its own days. Source, key, time, file and line are those of the version. Units:
-- counts of records, loss and recovery in cents, delays in seconds, quantities in that of the activity.
WITH versions AS (
  SELECT * FROM standing_versions WHERE status = 'valid'
),
signed AS (
  SELECT
    versions.*,
    sign,
    IF(sign = 1, known_on, next_known_on) AS said_on,
    sign = 1 AND is_first AND recorded_at IS NULL AS is_said_on_its_days
  FROM versions
  LATERAL VIEW explode(IF(is_newest, array(1), array(1, -1))) AS sign
),
dated AS (
  SELECT
    signed.*,
    coalesce(filed_day, reported_day, occurred_day) AS case_day,
    coalesce(recovered_day, cleared_day) AS recovery_day
  FROM signed
),
-- Report, occurrence and filing are of their own day, clearance and recovery of the day of the case; two
-- that share both days share a row.
booked AS (
  SELECT
    dated.*,
    day,
    IF(event IN (0, 1, 2), day, case_day) AS origin_day
  FROM dated
  LATERAL VIEW posexplode(array(
    report_day,
    nullif(occurrence_day, report_day),
    IF(filed_day IN (report_day, occurrence_day), NULL, filed_day),
    nullif(cleared_day, case_day),
    IF(recovery_day IN (cleared_day, case_day), NULL, recovery_day))) AS event, day
  WHERE day IS NOT NULL
)
SELECT
  source,
  record_id,
  recorded_at,
  file,
  line,
  day,
  origin_day,
  IF(is_said_on_its_days, day, said_on) AS recorded_on,
  station,
  category,
  code_day,
  sign,
  day = report_day AND origin_day = day AS is_reported,
  day = occurrence_day AND origin_day = day AS is_occurred,
  day = filed_day AND origin_day = day AS is_filed,
  day = cleared_day AND origin_day = case_day AS is_cleared,
  day = case_day AND origin_day = case_day AS is_origin,
  day = recovery_day AND origin_day = case_day AS is_recovered,
  timestampdiff(SECOND, reported_at, arrived_at) AS seconds_to_arrival,
  timestampdiff(SECOND, reported_at, cleared_at) AS seconds_to_clearance,
  count,
  cleared_count,
  deaths,
  injuries,
  loss_cents,
  recovered_cents,
  activity,
  quantity
FROM booked
