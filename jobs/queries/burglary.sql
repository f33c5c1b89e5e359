-- The burglary of 22 April 2024, as the case system has it.
SELECT
  record_id,
  station,
  category,
  reported_at,
  filed_at,
  cleared_at,
  loss_cents / 100 AS yuan_lost,
  recovered_cents / 100 AS yuan_recovered
FROM silver.incidents
WHERE source = 'cases' AND reported_day = DATE'2024-04-22' AND category LIKE 'burglary%' AND station LIKE 'gm%'
