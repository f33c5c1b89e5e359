-- Grain: source, path: the receipt of what was delivered last under the path.
WITH
in_order AS (
  SELECT *, row_number() OVER (PARTITION BY source, path ORDER BY batch_number DESC) AS age
  FROM receipts
)
SELECT * EXCEPT (age)
FROM in_order
WHERE age = 1
