-- One row per event of a version in versions_in_order: once with sign +1 when it is first known,
-- once with sign -1 when a later version stands instead. Versions on the side before the batch
-- count the other way round. Units: counts of records, loss and recovery in cents.
WITH booked AS (
  SELECT
    v.*,
    side * direction AS sign,
    IF(direction = 1, known_on, superseded_on) AS booked_on,
    direction = 1 AND is_known_on_own_days AS is_on_own_day,
    coalesce(filed_day, reported_day, occurred_day) AS case_day
  FROM versions_in_order AS v
  LATERAL VIEW explode(IF(is_superseded, array(1, -1), array(1))) AS direction
  WHERE status = 'valid'
),
dated AS (
  SELECT
    booked.*,
    event,
    CASE event
      WHEN 'reported' THEN coalesce(reported_day, occurred_day)
      WHEN 'occurred' THEN coalesce(occurred_day, reported_day)
      WHEN 'filed' THEN filed_day
      WHEN 'cleared' THEN cleared_day
      WHEN 'lost' THEN case_day
      WHEN 'recovered' THEN coalesce(recovered_day, cleared_day)
    END AS day
  FROM booked
  LATERAL VIEW explode(array('reported', 'occurred', 'filed', 'cleared', 'lost', 'recovered')) AS event
),
timed AS (
  SELECT
    dated.*,
    timestampdiff(SECOND, reported_at, arrived_at) AS seconds_to_arrival,
    timestampdiff(SECOND, reported_at, cleared_at) AS seconds_to_clearance
  FROM dated
  WHERE day IS NOT NULL
)
SELECT
  day,
  IF(event IN ('cleared', 'recovered'), case_day, day) AS origin_day,
  IF(is_on_own_day, day, booked_on) AS recorded_on,
  station,
  category,
  sign * IF(event = 'reported', count, 0) AS incidents_reported,
  sign * IF(event = 'occurred', count, 0) AS incidents_occurred,
  sign * IF(event = 'filed', count, 0) AS cases_filed,
  sign * IF(event = 'cleared', coalesce(cleared_count, 0), 0) AS cases_cleared,
  sign * IF(event = 'occurred', coalesce(deaths, 0), 0) AS deaths,
  sign * IF(event = 'occurred', coalesce(injuries, 0), 0) AS injuries,
  sign * IF(event = 'lost', coalesce(loss_cents, 0), 0) AS loss_cents,
  sign * IF(event = 'recovered', coalesce(recovered_cents, 0), 0) AS recovered_cents,
  sign * IF(event = 'reported' AND seconds_to_arrival IS NOT NULL, count, 0) AS arrivals_timed,
  sign * IF(event = 'reported' AND seconds_to_arrival <= 60, count, 0) AS arrived_within_60s,
  sign * IF(event = 'reported' AND seconds_to_arrival <= 180, count, 0) AS arrived_within_180s,
  sign * IF(event = 'reported' AND seconds_to_arrival <= 300, count, 0) AS arrived_within_300s,
  sign * IF(event = 'cleared' AND seconds_to_clearance IS NOT NULL, coalesce(cleared_count, 0), 0) AS clearances_timed,
  sign * IF(event = 'cleared' AND seconds_to_clearance <= 3600, coalesce(cleared_count, 0), 0) AS cleared_within_1h,
  sign * IF(event = 'cleared' AND seconds_to_clearance <= 86400, coalesce(cleared_count, 0), 0) AS cleared_within_24h
FROM timed
