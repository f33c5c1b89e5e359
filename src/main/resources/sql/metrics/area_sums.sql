-- Grain: vintage, segment, origin_segment, recorded_segment, cell.
-- Groups overlap: an entry counts in each group of its kind. The day of recording only matters at
-- equal age.
WITH
station_sums AS (
  SELECT /*+ BROADCAST(kind_groups, station_cells) */
    segment,
    origin_segment,
    recorded_segment,
    station_cells.station_cell,
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
  FROM segment_sums
  JOIN kind_groups ON kind_groups.kind = segment_sums.kind
  JOIN station_cells
    ON station_cells.station = segment_sums.station
    AND station_cells.category_group = kind_groups.category_group
  GROUP BY ALL
)
SELECT /*+ BROADCAST(shown_cells) */
  shown_cells.vintage,
  segment,
  origin_segment,
  IF(shown_cells.vintage = 'equal_age', recorded_segment, DATE'0001-01-01') AS recorded_segment,
  shown_cells.cell,
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
FROM station_sums
JOIN shown_cells ON shown_cells.station_cell = station_sums.station_cell
GROUP BY ALL
