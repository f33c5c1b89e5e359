-- Grain: that of silver.ledger.
-- The entries of the area asked for that the release sums, as far as they were known.
WITH
ledger AS (SELECT * FROM silver.ledger),
asked AS (SELECT known_at FROM asked),
batches AS (SELECT batch_id FROM asked_batches),
terms AS (SELECT station, from_day, to_day FROM area_terms)
SELECT ledger.*
FROM ledger
LEFT SEMI JOIN batches ON batches.batch_id = ledger.batch_id
JOIN terms ON terms.station = ledger.station AND ledger.code_day BETWEEN terms.from_day AND terms.to_day
WHERE ledger.recorded_on <= (SELECT known_at FROM asked)
