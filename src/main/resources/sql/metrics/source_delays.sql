-- Grain: source.
-- How long after their day rows are recorded: of a year of days that ended three months ago, how many rows of each
-- measure were recorded so many days after their day. Days of which nothing was recorded within two months were
-- delivered later as history, which tells nothing of delays.
WITH
year AS (
  SELECT
    known_at,
    date_sub(known_at, 456) AS first_day,
    date_sub(known_at, 92) AS last_day,
    datediff(known_at, request.first_day) AS longest
  FROM request
),
entries AS (
  SELECT ledger.*, least(greatest(datediff(recorded_on, day), 0), (SELECT longest FROM year)) AS delay
  FROM ledger
  LEFT SEMI JOIN batches ON batches.batch_id = ledger.batch_id
  WHERE ledger.recorded_on <= (SELECT known_at FROM year)
    AND ledger.day BETWEEN (SELECT first_day FROM year) AND (SELECT last_day FROM year)
),
days AS (
  SELECT source, day
  FROM entries
  GROUP BY source, day
  HAVING min(delay) <= 62
),
delays AS (
  SELECT
    source,
    delay,
    int(sum(signum(${measure}))) AS ${measure}
  FROM entries
  LEFT SEMI JOIN days ON days.source = entries.source AND days.day = entries.day
  GROUP BY ALL
)
SELECT
  source,
  collect_list(struct(
    delay,
    ${measure}
  )) AS delays
FROM delays
GROUP BY source
