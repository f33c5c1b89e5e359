-- The same cases where the mapping says what is meant.
WITH booked AS (
  SELECT source, station, sum(incidents_reported) AS incidents FROM silver.ledger GROUP BY source, station
),
answers AS (
  SELECT 'ledger-republished-other-name' AS name, '18a' AS answer, 2 AS right, (SELECT incidents FROM booked WHERE station = '18a') AS found
  UNION ALL
  SELECT 'ledger-republished-other-name', '18b', 2, (SELECT incidents FROM booked WHERE station = '18b')
  UNION ALL
  SELECT 'quoted-line-break', 'incidents', 2, (SELECT sum(incidents) FROM booked WHERE source = 'quoted-line-break')
  UNION ALL
  SELECT 'title-lines-above-header', 'incidents', 1, (SELECT sum(incidents) FROM booked WHERE source = 'title-lines-above-header')
  UNION ALL
  SELECT 'total-row-at-end', 'incidents', 3, (SELECT sum(incidents) FROM booked WHERE source = 'total-row-at-end')
  UNION ALL
  SELECT 'total-row-at-end', 'ignored', 1, (SELECT sum(rows_ignored) FROM bronze.receipts WHERE source = 'total-row-at-end')
  UNION ALL
  SELECT 'total-row-at-end', 'quarantined', 0, (SELECT count(*) FROM bronze.quarantine WHERE source = 'total-row-at-end')
  UNION ALL
  SELECT 'reused-code', 'holder of code 53 today', 1, (SELECT sum(incidents_occurred) FROM silver.day_totals WHERE station = '53' AND category_group = 'all')
)
SELECT *, found <=> right AS held
FROM answers
ORDER BY 1, 2
