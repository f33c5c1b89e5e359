-- Signed entries of overlapping files, where the mapping says that they add up.
SELECT 'ledger-republished-other-name' AS name, sum(incidents_reported) AS incidents, sum(incidents_reported) = 7 AS held
FROM silver.ledger
