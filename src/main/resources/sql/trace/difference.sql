-- Grain: source, record, for each that adds another amount to the figure now than it did before.
-- cause: late: no version of it was held; withdrawn: it no longer counts; rules: it is the same, or read from the same
-- line, but the mapping or the reference data are not the same; moved: another station or category; cleared: another
-- day of clearance; corrected: anything else in it.
WITH
before AS (SELECT source, record, sum(amount) AS amount FROM traced_before GROUP BY source, record),
now AS (SELECT source, record, sum(amount) AS amount FROM traced_now GROUP BY source, record),
held_before AS (SELECT * FROM held_before),
held_now AS (SELECT * FROM held_now),
differing AS (
  SELECT
    source,
    record,
    coalesce(before.amount, 0) AS amount_before,
    coalesce(now.amount, 0) AS amount_now
  FROM before
  FULL JOIN now USING (source, record)
  WHERE coalesce(before.amount, 0) <> coalesce(now.amount, 0)
)
SELECT
  source,
  record,
  CASE
    WHEN held_before.record IS NULL THEN 'late'
    WHEN held_now.record IS NULL OR (held_now.status = 'withdrawn' AND held_before.status <> 'withdrawn') THEN 'withdrawn'
    WHEN held_now.content_sha256 = held_before.content_sha256
      AND held_now.line = held_before.line
      AND held_now.version_hash <> held_before.version_hash THEN 'rules'
    WHEN held_now.station <> held_before.station OR held_now.category <> held_before.category THEN 'moved'
    WHEN NOT (held_now.known_content.cleared_day <=> held_before.known_content.cleared_day) THEN 'cleared'
    WHEN held_now.known_content <=> held_before.known_content THEN 'rules'
    ELSE 'corrected'
  END AS cause,
  amount_before,
  amount_now,
  amount_now - amount_before AS difference
FROM differing
LEFT JOIN held_before USING (source, record)
LEFT JOIN held_now USING (source, record)
ORDER BY cause, source, record
