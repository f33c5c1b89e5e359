-- One row per answer that is known: what is right, what was found, and whether they are the same.
WITH facts AS (
  SELECT window, CAST(year AS STRING) AS year, area, category_group, to_json(struct(*)) AS row
  FROM gold.period_facts
  WHERE as_of = DATE'2024-06-30' AND vintage = 'latest' AND area_level = 'station'
),
expected AS (
  SELECT * FROM VALUES
    ('blanks-around-codes', 'month_to_date', '2024', '20a', 'all', 'incidents_reported', '3'),
    ('blanks-around-codes', 'month_to_date', '2024', '20b', 'all', 'incidents_reported', '3'),
    ('clearance-date-only', 'month_to_date', '2024', '06a', 'all', 'cases_filed', '2'),
    ('clearance-date-only', 'month_to_date', '2024', '06b', 'all', 'cases_filed', '2'),
    ('clearance-date-only', 'month_to_date', '2024', '06a', 'all', 'cases_cleared', '2'),
    ('clearance-date-only', 'month_to_date', '2024', '06b', 'all', 'cases_cleared', '1'),
    ('colon-in-file-name', 'month_to_date', '2024', '23a', 'all', 'incidents_reported', '1'),
    ('colon-in-file-name', 'month_to_date', '2024', '23b', 'all', 'incidents_reported', '1'),
    ('coverage-by-category', 'half_to_date', '2023', '52a', 'theft', 'incidents_reported', '1'),
    ('coverage-by-category', 'half_to_date', '2023', '52a', 'theft', 'days_covered', '181'),
    ('coverage-by-category', 'half_to_date', '2023', '52a', 'robbery', 'days_covered', '0'),
    ('coverage-by-category', 'half_to_date', '2023', '52a', 'all', 'days_covered', '0'),
    ('coverage-by-category', 'half_to_date', '2024', '52a', 'theft', 'incidents_reported', '1'),
    ('coverage-by-category', 'half_to_date', '2024', '52a', 'robbery', 'incidents_reported', '1'),
    ('coverage-by-category', 'half_to_date', '2024', '52a', 'all', 'incidents_reported', '2'),
    ('coverage-by-category', 'half_to_date', '2024', '52a', 'all', 'days_covered', '182'),
    ('covers-outlier-year', 'half_to_date', '2024', '01a', 'all', 'incidents_reported', '18'),
    ('covers-outlier-year', 'half_to_date', '2024', '01b', 'all', 'incidents_reported', '1'),
    ('covers-outlier-year', 'half_to_date', '2015', '01a', 'all', 'days_covered', '0'),
    ('covers-outlier-year', 'half_to_date', '2019', '01a', 'all', 'days_covered', '0'),
    ('covers-outlier-year', 'half_to_date', '2023', '01a', 'all', 'days_covered', '0'),
    ('excel-16384-columns', 'month_to_date', '2024', '31a', 'all', 'incidents_reported', '1'),
    ('field-over-a-mebibyte', 'month_to_date', '2024', '33b', 'all', 'incidents_reported', '38'),
    ('full-width-and-thousands', 'month_to_date', '2024', '24b', 'all', 'incidents_reported', '4'),
    ('full-width-and-thousands', 'month_to_date', '2024', '24a', 'all', 'incidents_reported', '0'),
    ('gzip-named-csv', 'half_to_date', '2024', '36a', 'all', 'incidents_reported', '2'),
    ('header-row-inside', 'month_to_date', '2024', '09a', 'all', 'incidents_reported', '2'),
    ('header-row-inside', 'month_to_date', '2024', '09b', 'all', 'incidents_reported', '1'),
    ('header-row-inside', 'month_to_date', '2024', '09a', 'all', 'lines_in_quarantine', '0'),
    ('month-republished', 'half_to_date', '2024', '17a', 'all', 'incidents_reported', '25'),
    ('month-republished', 'half_to_date', '2024', '17b', 'all', 'incidents_reported', '1'),
    ('moved-and-cleared-later', 'last_year', '2023', '27b', 'robbery', 'cases_filed', '1'),
    ('moved-and-cleared-later', 'last_year', '2023', '27a', 'all', 'cases_filed', '0'),
    ('moved-and-cleared-later', 'half_to_date', '2024', '27b', 'all', 'cases_cleared', '1'),
    ('moved-and-cleared-later', 'half_to_date', '2024', '27b', 'all', 'cases_cleared_backlog', '1'),
    ('moved-and-cleared-later', 'half_to_date', '2024', '27b', 'all', 'cases_cleared_current', '0'),
    ('negative-day', 'month_to_date', '2024', '51a', 'all', 'incidents_reported', '1'),
    ('negative-day', 'month_to_date', '2024', '51a', 'all', 'zero_incident_days', '28'),
    ('negative-day', 'month_to_date', '2024', '51a', 'all', 'longest_zero_run_days', '16'),
    ('nul-padding', 'half_to_date', '2024', '30a', 'all', 'incidents_reported', '2'),
    ('nul-padding', 'half_to_date', '2024', '30b', 'all', 'incidents_reported', '1'),
    ('one-incident-two-offences', 'month_to_date', '2024', '03b', 'all', 'incidents_reported', '1'),
    ('one-incident-two-offences', 'month_to_date', '2024', '03a', 'all', 'incidents_reported', '0'),
    ('ragged-rows', 'half_to_date', '2024', '28a', 'all', 'incidents_reported', '1'),
    ('ragged-rows', 'half_to_date', '2024', '28b', 'all', 'incidents_reported', '2'),
    ('thirteen-copies', 'month_to_date', '2024', '29a', 'all', 'incidents_reported', '1'),
    ('thirteen-copies', 'month_to_date', '2024', '29b', 'all', 'incidents_reported', '1'),
    ('total-row-at-end', 'month_to_date', '2024', '10a', 'all', 'incidents_reported', '2'),
    ('total-row-at-end', 'month_to_date', '2024', '10b', 'all', 'incidents_reported', '1'),
    ('twelve-hour-times', 'month_to_date', '2024', '13a', 'all', 'incidents_reported', '1'),
    ('twelve-hour-times', 'month_to_date', '2024', '13b', 'all', 'incidents_reported', '2'),
    ('unknown-day-of-occurrence', 'month_to_date', '2024', '50a', 'all', 'incidents_reported', '2'),
    ('unknown-day-of-occurrence', 'month_to_date', '2024', '50b', 'all', 'incidents_reported', '1'),
    ('unknown-day-of-occurrence', 'month_to_date', '2024', '50a', 'all', 'incidents_occurred', '1'),
    ('unknown-day-of-occurrence', 'month_to_date', '2024', '50b', 'all', 'incidents_occurred', '0'),
    ('utf16-with-mark', 'month_to_date', '2024', '34a', 'all', 'incidents_reported', '1'),
    ('zip-file', 'month_to_date', '2024', '35a', 'all', 'incidents_reported', '1')
    AS expected (name, window, year, area, category_group, metric, right)
),
answers AS (
  SELECT name, concat_ws(' ', window, year, area, category_group, metric) AS answer, right, get_json_object(row, concat('$.', metric)) AS found
  FROM expected
  LEFT JOIN facts USING (window, year, area, category_group)
),
quarantined AS (
  SELECT source AS name, reason, count(*) AS lines
  FROM bronze.quarantine
  GROUP BY ALL
),
others AS (
  SELECT 'gzip-two-members', 'incidents', '4', (SELECT CAST(sum(incidents_reported) AS STRING) FROM silver.ledger WHERE source = 'gzip-two-members')
  UNION ALL
  SELECT 'reused-code', 'holder of code 53', '2', (SELECT CAST(sum(incidents_occurred) AS STRING) FROM silver.day_totals WHERE station = '53' AND category_group = 'all')
  UNION ALL
  SELECT 'thirteen-copies', 'duplicates', '12', (SELECT CAST(sum(rows_duplicate) AS STRING) FROM bronze.receipts WHERE source = 'thirteen-copies')
  UNION ALL
  SELECT 'ids-in-scientific-notation', 'quarantined', '4', (SELECT CAST(sum(lines) AS STRING) FROM quarantined WHERE name = 'ids-in-scientific-notation')
  UNION ALL
  SELECT 'one-incident-two-offences', 'ambiguous', '2', (SELECT CAST(sum(lines) AS STRING) FROM quarantined WHERE name = 'one-incident-two-offences' AND reason = 'ambiguous_version')
  UNION ALL
  SELECT 'ragged-rows', 'quarantined', '4 fields, 5 in the header', (SELECT max(detail) FROM bronze.quarantine WHERE source = 'ragged-rows')
  UNION ALL
  SELECT 'full-width-and-thousands', 'quarantined', '4', (SELECT CAST(sum(lines) AS STRING) FROM quarantined WHERE name = 'full-width-and-thousands')
  UNION ALL
  SELECT 'blank-crime-ids', 'quarantined for record_id', '2', (SELECT CAST(count(*) AS STRING) FROM bronze.quarantine WHERE source = 'blank-crime-ids' AND field = 'record_id')
  UNION ALL
  SELECT 'covers-outlier-year', 'record', 'undetermined', (
    SELECT record
    FROM gold.decade_comparison
    WHERE as_of = DATE'2024-06-30' AND vintage = 'latest' AND window = 'half_to_date' AND area = '01a' AND category_group = 'all' AND metric = 'incidents_reported')
  UNION ALL
  SELECT 'unknown-day-of-occurrence', 'zero days by occurrence', '0', (
    SELECT CAST(zero_days AS STRING)
    FROM gold.zero_days
    WHERE as_of = DATE'2024-06-30' AND window = 'month_to_date' AND year = 2024 AND area = '50b' AND category_group = 'all' AND measure = 'incidents_occurred')
  UNION ALL
  SELECT refused, 'receipts', '0', CAST(count(receipts.source) AS STRING)
  FROM VALUES ('ledger-republished-other-name'), ('two-columns-of-one-name'), ('title-lines-above-header') AS refused (refused)
  LEFT JOIN bronze.receipts AS receipts ON receipts.source = refused
  GROUP BY refused
)
SELECT *, found <=> right AS held
FROM (SELECT * FROM answers UNION ALL SELECT * FROM others)
ORDER BY 1, 2
