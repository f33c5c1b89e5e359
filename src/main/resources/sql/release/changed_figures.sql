-- What new batches change of figures that are published: one row per published month end, year, category group and
-- measure of the whole force, from 1 January to the month end's day of that year. New is what no batch of the release
-- holds; what was recorded after the day up to which the release knows changes nothing of it.
WITH new_batches AS (
  SELECT batch_id FROM batches_of_the_run
),
computed AS (
  SELECT as_of FROM days_of_the_run
),
releases AS (
  SELECT * FROM gold.releases
),
receipts AS (
  SELECT DISTINCT batch_id FROM bronze.receipts
),
ledger AS (
  SELECT * FROM silver.ledger
),
memberships AS (
  SELECT category, category_group FROM silver.categories
),
periods AS (
  SELECT as_of, year, first_day, last_day FROM gold.same_periods WHERE `window` = 'year_to_date' AND is_defined
),
facts AS (
  SELECT as_of, year, category_group, stack(4,
    'incidents_reported', incidents_reported,
    'cases_filed', cases_filed,
    'cases_cleared', cases_cleared,
    'deaths', deaths) AS (measure, value)
  FROM gold.period_facts
  WHERE vintage = 'latest' AND `window` = 'year_to_date' AND area_level = 'force'
),
published AS (
  SELECT
    as_of,
    max_by(struct(release_id, known_at, split(batches, ',') AS batches), CAST(substring_index(release_id, '.', -1) AS INT)) AS newest
  FROM releases
  LEFT ANTI JOIN computed USING (as_of)
  WHERE as_of = last_day(as_of)
  GROUP BY as_of
),
unlisted AS (
  SELECT as_of, newest.release_id, newest.known_at, batch_id
  FROM published
  JOIN receipts ON NOT array_contains(newest.batches, batch_id)
),
amounts AS (
  SELECT batch_id, day, recorded_on, category, stack(4,
    'incidents_reported', sum(incidents_reported),
    'cases_filed', sum(cases_filed),
    'cases_cleared', sum(cases_cleared),
    'deaths', sum(deaths)) AS (measure, amount)
  FROM ledger
  LEFT SEMI JOIN unlisted USING (batch_id)
  GROUP BY batch_id, day, recorded_on, category
)
SELECT
  release_id,
  as_of,
  year,
  category_group,
  measure,
  value AS old_value,
  value + sum(amount) AS new_value
FROM unlisted
JOIN periods USING (as_of)
JOIN facts USING (as_of, year)
JOIN memberships USING (category_group)
JOIN amounts USING (batch_id, category, measure)
WHERE day BETWEEN first_day AND last_day AND recorded_on <= known_at AND amount <> 0 AND value IS NOT NULL
GROUP BY release_id, as_of, year, category_group, measure, value
HAVING sum(amount) <> 0 AND count_if(batch_id IN (SELECT batch_id FROM new_batches)) > 0
ORDER BY as_of, year DESC, category_group, measure
