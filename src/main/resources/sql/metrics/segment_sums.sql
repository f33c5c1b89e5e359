-- Grain: segment, origin_segment, recorded_segment, station, kind.
-- The entries that count, each day replaced by its segment, each station by the one it has become
-- today, each category by its kind: categories of the same groups are of one kind.
WITH
known AS (
  SELECT ledger.*
  FROM ledger
  LEFT SEMI JOIN batches ON ledger.batch_id = batches.batch_id
  WHERE ledger.recorded_on <= (SELECT known_at FROM request)
    AND ledger.day <= (SELECT known_at FROM request)
)
SELECT /*+ BROADCAST(days, origin_days, recorded_days, station_areas, kinds) */
  coalesce(days.segment, DATE'0001-01-01') AS segment,
  coalesce(origin_days.segment, DATE'0001-01-01') AS origin_segment,
  coalesce(recorded_days.segment, DATE'0001-01-01') AS recorded_segment,
  station_areas.area AS station,
  kinds.kind,
  sum(incidents_reported) AS incidents_reported,
  sum(incidents_occurred) AS incidents_occurred,
  sum(cases_filed) AS cases_filed,
  sum(cases_cleared) AS cases_cleared,
  sum(deaths) AS deaths,
  sum(injuries) AS injuries,
  sum(loss_cents) AS loss_cents,
  sum(recovered_cents) AS recovered_cents,
  sum(arrivals_timed) AS arrivals_timed,
  sum(arrived_within_60s) AS arrived_within_60s,
  sum(arrived_within_180s) AS arrived_within_180s,
  sum(arrived_within_300s) AS arrived_within_300s,
  sum(clearances_timed) AS clearances_timed,
  sum(cleared_within_1h) AS cleared_within_1h,
  sum(cleared_within_24h) AS cleared_within_24h
FROM known
LEFT JOIN calendar AS days ON days.day = known.day
LEFT JOIN calendar AS origin_days ON origin_days.day = known.origin_day
LEFT JOIN calendar AS recorded_days ON recorded_days.day = known.recorded_on
JOIN station_areas
  ON station_areas.station = known.station
  AND known.code_day BETWEEN station_areas.from_day AND station_areas.to_day
JOIN kinds ON kinds.category = known.category
GROUP BY ALL
