-- The figures of gold.period_facts, gold.zero_days and gold.decade_comparison from the delivered files, as an
-- analyst would write them: a second implementation by the definitions (DESIGN 1, 4, 5, 6, 7), which shares nothing
-- with the product but the days of the same periods. It books no ledger: a figure as known on a day is a sum over the
-- versions that were the newest on that day.
--
-- Given: the variables records (the folder of the files), known_at, force and years; the table
-- same_periods ("window", year, first_day, last_day, is_current). A line "-- stage: NAME" begins a stage that is timed.
--
-- What generated records have none of is left out here: withdrawals, snapshots, rejected lines, codes that change
-- their holder, merged stations, dates without a time of day, two versions of one time.

-- stage: read
CREATE TABLE versions AS
FROM read_csv(getvariable('records') || '/deliveries/*.csv', header = true, filename = 'file', columns = {
  'record_no': 'VARCHAR', 'updated_at': 'TIMESTAMP', 'station': 'VARCHAR', 'category': 'VARCHAR',
  'occurred': 'TIMESTAMP', 'reported': 'TIMESTAMP', 'arrived': 'TIMESTAMP', 'filed': 'TIMESTAMP',
  'cleared': 'TIMESTAMP', 'loss_yuan': 'BIGINT', 'recovered': 'TIMESTAMP', 'recovered_yuan': 'BIGINT',
  'deaths': 'INTEGER', 'injuries': 'INTEGER'});

-- Categories of the same groups are one kind.
CREATE TABLE kinds AS
SELECT category, dense_rank() OVER (ORDER BY groups)::INTEGER AS kind
FROM (
  SELECT category, string_agg(category_group, ' ' ORDER BY category_group) AS groups
  FROM read_csv(getvariable('records') || '/reference/categories.csv', all_varchar = true)
  GROUP BY category);

CREATE TABLE kind_groups AS
SELECT DISTINCT kind, category_group
FROM kinds JOIN read_csv(getvariable('records') || '/reference/categories.csv', all_varchar = true) USING (category);

CREATE TABLE stations AS
SELECT station, district FROM read_csv(getvariable('records') || '/reference/stations.csv', all_varchar = true);

CREATE TABLE areas AS
SELECT 'station' AS area_level, station AS area FROM stations
UNION ALL SELECT DISTINCT 'district', district FROM stations
UNION ALL SELECT 'force', getvariable('force');

-- stage: periods
-- latest: what is recorded up to known_at; equal_age: each year cut at the same lag after its window's end.
CREATE TABLE periods AS
WITH vintages AS (
  SELECT 'latest' AS vintage, *, getvariable('known_at') AS cut_off FROM same_periods
  UNION ALL
  SELECT 'equal_age', p.*, p.last_day + (getvariable('known_at') - c.last_day)::INTEGER
  FROM same_periods p JOIN same_periods c ON c."window" = p."window" AND c.is_current)
SELECT *, row_number() OVER ()::INTEGER AS period, dense_rank() OVER (ORDER BY cut_off)::INTEGER AS cut
FROM vintages;

-- A segment is a run of days that no period's first or last day divides; a day's cut is the first cut-off by which
-- what is recorded that day is known.
CREATE TABLE calendar AS
WITH
boundaries AS (
  SELECT first_day AS boundary FROM same_periods UNION SELECT last_day + 1 FROM same_periods),
cuts AS (SELECT DISTINCT cut_off, cut FROM periods),
days AS (
  SELECT unnest(range(DATE '2000-01-01', getvariable('known_at') + INTERVAL 1 DAY, INTERVAL 1 DAY))::DATE AS day)
SELECT day,
  (SELECT count(*) FROM boundaries WHERE boundary <= day)::INTEGER AS segment,
  (SELECT min(cut) FROM cuts WHERE cut_off >= day) AS cut
FROM days;

CREATE TABLE period_segments AS
SELECT DISTINCT period, vintage, cut, segment,
  min(segment) OVER (PARTITION BY period) AS first_segment,
  max(segment) OVER (PARTITION BY period) AS last_segment
FROM (
  SELECT p.period, p.vintage, p.cut, c.segment
  FROM periods p JOIN calendar c ON c.day BETWEEN p.first_day AND p.last_day);

-- A file answers for the months in its name.
CREATE TABLE file_days AS
WITH files AS (
  SELECT file, regexp_extract(file, 'incidents-(\d{4}-\d{2})-to-(\d{4}-\d{2})', ['first', 'last']) AS months
  FROM glob(getvariable('records') || '/deliveries/*.csv'))
SELECT file, day
FROM calendar JOIN files
  ON day BETWEEN (months.first || '-01')::DATE AND last_day((months.last || '-01')::DATE);

CREATE TABLE covered_days AS SELECT DISTINCT day FROM file_days;

-- stage: order versions
-- A version is the newest one at the cut-offs from its own cut up to, without, that of the next version.
CREATE TABLE known_versions AS
WITH
ordered AS (
  SELECT *, updated_at::DATE AS recorded_on,
    lead(updated_at::DATE) OVER (PARTITION BY record_no ORDER BY updated_at) AS replaced_on
  FROM versions)
SELECT v.station, k.kind, a.cut AS known_cut, coalesce(b.cut, 1000000) AS replaced_cut,
  occurred::DATE AS occurred_day, reported::DATE AS reported_day, filed::DATE AS filed_day,
  cleared::DATE AS cleared_day, coalesce(recovered, cleared)::DATE AS recovered_day,
  coalesce(filed, reported, occurred)::DATE AS origin_day,
  epoch(arrived - reported) AS arrived_after, epoch(cleared - reported) AS cleared_after,
  loss_yuan * 100 AS loss, recovered_yuan * 100 AS recovered, deaths, injuries
FROM ordered v
JOIN kinds k USING (category)
JOIN calendar a ON a.day = recorded_on
LEFT JOIN calendar b ON b.day = replaced_on
WHERE a.cut < coalesce(b.cut, 1000000);

-- stage: segment sums
-- "other" is the segment of the origin day for clearances and recoveries, and of these days for the cohorts.
CREATE TABLE segment_sums AS
SELECT station, kind, known_cut, replaced_cut, segment, NULL::INTEGER AS other,
  count(*) AS incidents_reported, count(arrived_after) AS arrivals_timed,
  count(*) FILTER (arrived_after <= 60) AS arrived_within_60s,
  count(*) FILTER (arrived_after <= 180) AS arrived_within_180s,
  count(*) FILTER (arrived_after <= 300) AS arrived_within_300s
FROM known_versions JOIN calendar ON day = reported_day
GROUP BY ALL
UNION ALL BY NAME
SELECT station, kind, known_cut, replaced_cut, segment,
  count(*) AS incidents_occurred, sum(deaths)::BIGINT AS deaths, sum(injuries)::BIGINT AS injuries
FROM known_versions JOIN calendar ON day = occurred_day
GROUP BY ALL
UNION ALL BY NAME
SELECT station, kind, known_cut, replaced_cut, segment, count(*) AS cases_filed
FROM known_versions JOIN calendar ON day = filed_day
GROUP BY ALL
UNION ALL BY NAME
SELECT station, kind, known_cut, replaced_cut, segment, sum(loss)::BIGINT AS loss
FROM known_versions JOIN calendar ON day = origin_day
WHERE loss IS NOT NULL
GROUP BY ALL
UNION ALL BY NAME
SELECT station, kind, known_cut, replaced_cut, c.segment, o.segment AS other,
  count(*) AS cases_cleared, count(cleared_after) AS clearances_timed,
  count(*) FILTER (cleared_after <= 3600) AS cleared_within_1h,
  count(*) FILTER (cleared_after <= 86400) AS cleared_within_24h
FROM known_versions JOIN calendar c ON c.day = cleared_day JOIN calendar o ON o.day = origin_day
GROUP BY ALL
UNION ALL BY NAME
SELECT station, kind, known_cut, replaced_cut, segment, sum(recovered)::BIGINT AS recovered
FROM known_versions JOIN calendar ON day = recovered_day
WHERE recovered IS NOT NULL
GROUP BY ALL
UNION ALL BY NAME
SELECT station, kind, known_cut, replaced_cut, o.segment, c.segment AS other, count(*) AS cohort_cleared_to_date
FROM known_versions JOIN calendar c ON c.day = cleared_day JOIN calendar o ON o.day = origin_day
GROUP BY ALL
UNION ALL BY NAME
SELECT station, kind, known_cut, replaced_cut, o.segment, r.segment AS other, sum(recovered)::BIGINT AS cohort_recovered
FROM known_versions JOIN calendar r ON r.day = recovered_day JOIN calendar o ON o.day = origin_day
WHERE recovered IS NOT NULL
GROUP BY ALL;

-- stage: period sums
-- Stations have the latest vintage only.
CREATE TABLE kind_sums AS
WITH
area_segments AS (
  SELECT 'station' AS area_level, station AS area, * EXCLUDE (station) FROM segment_sums
  UNION ALL BY NAME
  SELECT 'district' AS area_level, district AS area, kind, known_cut, replaced_cut, segment, other,
    sum(COLUMNS(* EXCLUDE (station, district, kind, known_cut, replaced_cut, segment, other)))::BIGINT
  FROM segment_sums JOIN stations USING (station)
  GROUP BY district, kind, known_cut, replaced_cut, segment, other)
SELECT area_level, area, kind, period,
  sum(incidents_reported)::BIGINT AS incidents_reported, sum(incidents_occurred)::BIGINT AS incidents_occurred,
  sum(cases_filed)::BIGINT AS cases_filed, sum(cases_cleared)::BIGINT AS cases_cleared,
  sum(cases_cleared) FILTER (other BETWEEN first_segment AND last_segment)::BIGINT AS cases_cleared_current,
  sum(cases_cleared) FILTER (other < first_segment)::BIGINT AS cases_cleared_backlog,
  sum(cohort_cleared_to_date) FILTER (other <= last_segment)::BIGINT AS cohort_cleared,
  sum(cohort_cleared_to_date)::BIGINT AS cohort_cleared_to_date,
  sum(loss)::BIGINT AS loss, sum(recovered)::BIGINT AS recovered,
  sum(cohort_recovered) FILTER (other <= last_segment)::BIGINT AS cohort_recovered,
  sum(deaths)::BIGINT AS deaths, sum(injuries)::BIGINT AS injuries,
  sum(arrivals_timed)::BIGINT AS arrivals_timed, sum(arrived_within_60s)::BIGINT AS arrived_within_60s,
  sum(arrived_within_180s)::BIGINT AS arrived_within_180s, sum(arrived_within_300s)::BIGINT AS arrived_within_300s,
  sum(clearances_timed)::BIGINT AS clearances_timed, sum(cleared_within_1h)::BIGINT AS cleared_within_1h,
  sum(cleared_within_24h)::BIGINT AS cleared_within_24h
FROM area_segments JOIN period_segments USING (segment)
WHERE cut >= known_cut AND cut < replaced_cut AND (vintage = 'latest' OR area_level = 'district')
GROUP BY area_level, area, kind, period;

CREATE TABLE period_sums AS
WITH force_and_others AS (
  SELECT * FROM kind_sums
  UNION ALL BY NAME
  SELECT 'force' AS area_level, getvariable('force') AS area, * EXCLUDE (area_level, area)
  FROM kind_sums WHERE area_level = 'district')
SELECT area_level, area, category_group, period,
  sum(COLUMNS(* EXCLUDE (area_level, area, category_group, kind, period)))::BIGINT
FROM force_and_others JOIN kind_groups USING (kind)
GROUP BY area_level, area, category_group, period;

-- stage: days of occurrence that are not known
-- A record that tells none may have happened on any day of the files that deliver it.
CREATE TABLE undated AS
WITH
known AS (SELECT * FROM versions WHERE updated_at::DATE <= getvariable('known_at')),
lacking AS (
  SELECT record_no, station, kind, deaths
  FROM (SELECT *, row_number() OVER (PARTITION BY record_no ORDER BY updated_at DESC) AS age FROM known)
  JOIN kinds USING (category)
  WHERE age = 1 AND occurred IS NULL),
of_measures AS (
  SELECT 'incidents_occurred' AS measure, record_no, station, kind FROM lacking
  UNION ALL
  SELECT 'deaths', record_no, station, kind FROM lacking WHERE deaths > 0)
SELECT DISTINCT measure, m.station, kind, file
FROM of_measures m JOIN (SELECT record_no, file FROM known) USING (record_no);

-- stage: zero days
-- One character a day and measure: 0 for a covered day without any as known at the cut-off, 1 for every other one.
SET VARIABLE first_day = (SELECT min(first_day) FROM same_periods);
SET VARIABLE last_bit = (SELECT (getvariable('known_at') - min(first_day))::INTEGER FROM same_periods);

CREATE TABLE day_marks AS
WITH
event_days AS (
  SELECT 'incidents_reported' AS measure, station, kind, known_cut, replaced_cut, reported_day AS day
  FROM known_versions
  UNION ALL
  SELECT 'incidents_occurred', station, kind, known_cut, replaced_cut, occurred_day FROM known_versions
  UNION ALL
  SELECT 'deaths', station, kind, known_cut, replaced_cut, occurred_day FROM known_versions WHERE deaths > 0),
incident_days AS (
  SELECT measure, vintage, p.cut, station, kind,
    bitstring_agg((day - getvariable('first_day'))::INTEGER, 0, getvariable('last_bit')) AS days
  FROM event_days
  JOIN calendar USING (day)
  JOIN (SELECT DISTINCT vintage, cut, segment FROM period_segments) p USING (segment)
  WHERE p.cut >= known_cut AND p.cut < replaced_cut
  GROUP BY measure, vintage, p.cut, station, kind),
station_days AS (
  SELECT measure, vintage, cut, station, category_group, bit_or(days) AS days
  FROM incident_days JOIN kind_groups USING (kind)
  GROUP BY ALL),
district_days AS (
  SELECT measure, vintage, cut, district, category_group, bit_or(days) AS days
  FROM station_days JOIN stations USING (station)
  GROUP BY ALL),
area_days AS (
  SELECT 'station' AS area_level, station AS area, * EXCLUDE (station) FROM station_days WHERE vintage = 'latest'
  UNION ALL BY NAME
  SELECT 'district' AS area_level, district AS area, * EXCLUDE (district) FROM district_days
  UNION ALL BY NAME
  SELECT 'force' AS area_level, getvariable('force') AS area, measure, vintage, cut, category_group, bit_or(days) AS days
  FROM district_days
  GROUP BY ALL),
undated_stations AS (
  SELECT measure, station, category_group,
    bitstring_agg((day - getvariable('first_day'))::INTEGER, 0, getvariable('last_bit')) AS days
  FROM undated JOIN file_days USING (file) JOIN kind_groups USING (kind)
  WHERE day BETWEEN getvariable('first_day') AND getvariable('known_at')
  GROUP BY ALL),
undated_days AS (
  SELECT measure, area_level, area, category_group, bit_or(days) AS days
  FROM undated_stations
  JOIN (
    SELECT station, 'station' AS area_level, station AS area FROM stations
    UNION ALL SELECT station, 'district', district FROM stations
    UNION ALL SELECT station, 'force', getvariable('force') FROM stations) USING (station)
  GROUP BY ALL),
nothing AS (SELECT repeat('0', getvariable('last_bit') + 1)::BIT AS days),
uncovered AS (
  SELECT coalesce(
    bitstring_agg((day - getvariable('first_day'))::INTEGER, 0, getvariable('last_bit')), (FROM nothing)) AS days
  FROM calendar ANTI JOIN covered_days USING (day)
  WHERE day >= getvariable('first_day'))
SELECT measure, vintage, cut, area_level, area, category_group,
  (coalesce(area_days.days, (FROM nothing)) | uncovered.days | coalesce(undated_days.days, (FROM nothing)))::VARCHAR
    AS marks,
  (uncovered.days | coalesce(undated_days.days, (FROM nothing)))::VARCHAR AS unknown
FROM (SELECT DISTINCT vintage, cut FROM periods)
CROSS JOIN areas
CROSS JOIN (SELECT DISTINCT category_group FROM kind_groups)
CROSS JOIN (VALUES ('incidents_reported'), ('incidents_occurred'), ('deaths')) AS m (measure)
LEFT JOIN area_days USING (measure, vintage, cut, area_level, area, category_group)
LEFT JOIN undated_days USING (measure, area_level, area, category_group)
CROSS JOIN uncovered
WHERE vintage = 'latest' OR area_level <> 'station';

CREATE TABLE period_days AS
WITH
period_coverage AS (
  SELECT period, (last_day - first_day + 1)::INTEGER AS days, count(c.day)::INTEGER AS days_delivered
  FROM periods LEFT JOIN covered_days c ON c.day BETWEEN first_day AND last_day
  GROUP BY ALL),
marks AS (
  SELECT measure, area_level, area, category_group, period, last_day, days, days_delivered,
    substring(marks, (first_day - getvariable('first_day')) + 1, days) AS marks,
    length(replace(substring(unknown, (first_day - getvariable('first_day')) + 1, days), '0', '')) AS unknown_days
  FROM period_coverage JOIN periods USING (period) JOIN day_marks USING (vintage, cut)),
runs AS (SELECT *, list_max(string_split(marks, '1')) AS longest FROM marks),
latest_runs AS (
  SELECT *, CASE WHEN longest <> '' THEN last_day - strpos(reverse(marks), longest)::INTEGER + 1 END AS longest_run_to
  FROM runs)
SELECT measure, area_level, area, category_group, period, days, days_delivered, days - unknown_days AS days_covered,
  length(replace(marks, '1', '')) AS zero_days, unknown_days,
  length(longest) AS longest_run_days,
  longest_run_to - length(longest)::INTEGER + 1 AS longest_run_from, longest_run_to
FROM latest_runs;

CREATE TABLE zero_days AS
SELECT p."window", p.year, d.* EXCLUDE (period, days_delivered)
FROM period_days d JOIN periods p USING (period)
WHERE p.vintage = 'latest';

-- The measures of a period side by side; null where not one of its days is known.
CREATE TABLE zero_day_facts AS
SELECT area_level, area, category_group, period, any_value(days) AS days, any_value(days_delivered) AS days_covered,
  max(zero_days) FILTER (measure = 'incidents_reported' AND days_covered > 0) AS zero_incident_days,
  max(longest_run_days) FILTER (measure = 'incidents_reported' AND days_covered > 0) AS longest_zero_run_days,
  max(zero_days) FILTER (measure = 'incidents_occurred' AND days_covered > 0) AS zero_occurrence_days,
  max(longest_run_days) FILTER (measure = 'incidents_occurred' AND days_covered > 0) AS longest_zero_occurrence_run_days,
  max(zero_days) FILTER (measure = 'deaths' AND days_covered > 0) AS zero_death_days,
  max(longest_run_days) FILTER (measure = 'deaths' AND days_covered > 0) AS longest_zero_death_run_days
FROM period_days
GROUP BY area_level, area, category_group, period;

-- stage: period facts
CREATE MACRO wilson_centre(k, n) AS (k + 1.959963984540054 ^ 2 / 2) / (n + 1.959963984540054 ^ 2);
CREATE MACRO wilson_half(k, n) AS
  1.959963984540054 / (n + 1.959963984540054 ^ 2) * sqrt(k * (n - k) / n::DOUBLE + 1.959963984540054 ^ 2 / 4);
CREATE MACRO wilson_low(k, n) AS
  CASE WHEN n > 0 THEN CASE WHEN k = 0 THEN 0 ELSE wilson_centre(k, n) - wilson_half(k, n) END END;
CREATE MACRO wilson_high(k, n) AS
  CASE WHEN n > 0 THEN CASE WHEN k = n THEN 1 ELSE wilson_centre(k, n) + wilson_half(k, n) END END;
CREATE MACRO share(k, n) AS CASE WHEN n > 0 THEN k / n::DOUBLE END;

CREATE TABLE period_facts AS
WITH
figures AS (
  SELECT area_level, area, category_group, p.period, p.vintage, p."window", p.year
  FROM areas CROSS JOIN (SELECT DISTINCT category_group FROM kind_groups) CROSS JOIN periods p
  WHERE p.vintage = 'latest' OR area_level <> 'station'),
sums AS (
  SELECT f.*, coalesce(COLUMNS(s.* EXCLUDE (area_level, area, category_group, period)), 0)
  FROM figures f LEFT JOIN period_sums s USING (area_level, area, category_group, period))
SELECT vintage, "window", year, area_level, area, category_group,
  incidents_reported, incidents_occurred, cases_filed, cases_cleared, cases_cleared_current, cases_cleared_backlog,
  share(cases_cleared, cases_filed) AS clearance_rate,
  cohort_cleared,
  share(cohort_cleared, cases_filed) AS cohort_clearance_rate,
  wilson_low(cohort_cleared, cases_filed) AS cohort_clearance_rate_low,
  wilson_high(cohort_cleared, cases_filed) AS cohort_clearance_rate_high,
  cohort_cleared_to_date,
  share(cohort_cleared_to_date, cases_filed) AS cohort_clearance_to_date_rate,
  wilson_low(cohort_cleared_to_date, cases_filed) AS cohort_clearance_to_date_rate_low,
  wilson_high(cohort_cleared_to_date, cases_filed) AS cohort_clearance_to_date_rate_high,
  loss, recovered,
  share(recovered, loss) AS recovery_rate,
  cohort_recovered,
  share(cohort_recovered, loss) AS cohort_recovery_rate,
  deaths, injuries, zero_incident_days, longest_zero_run_days, zero_occurrence_days, longest_zero_occurrence_run_days,
  zero_death_days, longest_zero_death_run_days,
  arrivals_timed, arrived_within_60s, arrived_within_180s, arrived_within_300s,
  share(arrived_within_60s, arrivals_timed) AS arrival_within_1_min_rate,
  wilson_low(arrived_within_60s, arrivals_timed) AS arrival_within_1_min_rate_low,
  wilson_high(arrived_within_60s, arrivals_timed) AS arrival_within_1_min_rate_high,
  share(arrived_within_180s, arrivals_timed) AS arrival_within_3_min_rate,
  wilson_low(arrived_within_180s, arrivals_timed) AS arrival_within_3_min_rate_low,
  wilson_high(arrived_within_180s, arrivals_timed) AS arrival_within_3_min_rate_high,
  share(arrived_within_300s, arrivals_timed) AS arrival_within_5_min_rate,
  wilson_low(arrived_within_300s, arrivals_timed) AS arrival_within_5_min_rate_low,
  wilson_high(arrived_within_300s, arrivals_timed) AS arrival_within_5_min_rate_high,
  clearances_timed, cleared_within_1h, cleared_within_24h,
  share(cleared_within_1h, clearances_timed) AS cleared_within_1h_rate,
  wilson_low(cleared_within_1h, clearances_timed) AS cleared_within_1h_rate_low,
  wilson_high(cleared_within_1h, clearances_timed) AS cleared_within_1h_rate_high,
  share(cleared_within_24h, clearances_timed) AS cleared_within_24h_rate,
  wilson_low(cleared_within_24h, clearances_timed) AS cleared_within_24h_rate_low,
  wilson_high(cleared_within_24h, clearances_timed) AS cleared_within_24h_rate_high,
  z.days, z.days_covered, z.days_covered / z.days::DOUBLE AS coverage
FROM sums JOIN zero_day_facts z USING (area_level, area, category_group, period);

-- stage: ranks
CREATE TABLE metrics AS
FROM (VALUES
  ('incidents_reported', 'lower', 'count'), ('incidents_occurred', 'lower', 'count'),
  ('cases_filed', NULL, 'count'), ('cases_cleared', 'higher', 'count'),
  ('cases_cleared_current', 'higher', 'count'), ('cases_cleared_backlog', 'higher', 'count'),
  ('clearance_rate', 'higher', 'rate'), ('cohort_clearance_rate', 'higher', 'rate'),
  ('cohort_clearance_to_date_rate', 'higher', 'rate'),
  ('loss', NULL, 'money'), ('recovered', 'higher', 'money'),
  ('recovery_rate', 'higher', 'rate'), ('cohort_recovery_rate', 'higher', 'rate'),
  ('deaths', 'lower', 'count'), ('injuries', 'lower', 'count'),
  ('zero_incident_days', 'higher', 'days'), ('longest_zero_run_days', 'higher', 'run'),
  ('zero_occurrence_days', 'higher', 'days'), ('longest_zero_occurrence_run_days', 'higher', 'run'),
  ('zero_death_days', 'higher', 'days'), ('longest_zero_death_run_days', 'higher', 'run'),
  ('arrival_within_1_min_rate', 'higher', 'rate'), ('arrival_within_3_min_rate', 'higher', 'rate'),
  ('arrival_within_5_min_rate', 'higher', 'rate'),
  ('cleared_within_1h_rate', 'higher', 'rate'), ('cleared_within_24h_rate', 'higher', 'rate'))
AS m (metric, better, unit);

-- One row a figure: its years, newest first, their days and their values.
CREATE TABLE decades AS
WITH
by_year AS (
  SELECT vintage, "window", area_level, area, category_group,
    list(year ORDER BY year DESC) AS years, list(days::DOUBLE ORDER BY year DESC) AS days,
    list(COLUMNS('^(incidents_|cases_|loss$|recovered$|deaths|injuries|zero_|longest|.*_rate$)')::DOUBLE ORDER BY year DESC)
  FROM period_facts
  WHERE days_covered = days
  GROUP BY vintage, "window", area_level, area, category_group)
UNPIVOT by_year
ON COLUMNS(* EXCLUDE (vintage, "window", area_level, area, category_group, years, days))
INTO NAME metric VALUE "values";

-- Zero days of a year are not compared where the day of a record is not known that may lie in it.
CREATE TABLE days_known AS
SELECT metric, vintage, "window", area_level, area, category_group, list(unknown_days = 0 ORDER BY year DESC) AS known
FROM period_days
JOIN periods USING (period)
JOIN (VALUES
  ('zero_incident_days', 'incidents_reported'), ('longest_zero_run_days', 'incidents_reported'),
  ('zero_occurrence_days', 'incidents_occurred'), ('longest_zero_occurrence_run_days', 'incidents_occurred'),
  ('zero_death_days', 'deaths'), ('longest_zero_death_run_days', 'deaths')) AS m (metric, measure) USING (measure)
WHERE days_delivered = days
GROUP BY ALL;

-- A key is larger where the value is better; a metric that is neither better high nor low has none, nor has a sum below
-- zero. Zero days are the better the fewer days are not zero, runs of whole windows are all alike: a leap day decides
-- nothing.
CREATE TABLE ranked_decades AS
WITH
comparable AS (
  SELECT d.*, known, list_transform("values", lambda v, i: CASE WHEN coalesce(known[i], true) THEN v END) AS compared
  FROM decades d LEFT JOIN days_known USING (metric, vintage, "window", area_level, area, category_group)),
keyed AS (
  SELECT d.*, unit, c.year, list_position(years, c.year) AS now, list_position(years, c.year - 1) AS before,
    CASE
      WHEN unit = 'days' THEN list_transform(compared, lambda v, i: v - d.days[i])
      WHEN unit = 'run' THEN list_transform(compared, lambda v, i: CASE WHEN v = d.days[i] THEN 'inf'::DOUBLE ELSE v END)
      WHEN better = 'lower' THEN list_transform(compared, lambda v: CASE WHEN v >= 0 THEN -v END)
      WHEN better = 'higher' THEN list_transform(compared, lambda v: CASE WHEN v >= 0 THEN v END)
    END AS keys,
    coalesce(known[now], true) AS is_known
  FROM comparable d JOIN metrics USING (metric) JOIN same_periods c ON c."window" = d."window" AND c.is_current),
extremes AS (SELECT *, keys[now] AS key, list_max(keys) AS best, list_min(keys) AS worst FROM keyed)
SELECT vintage, "window", area_level, area, category_group, metric, unit, year, key,
  "values"[now] AS value, compared[now] AS compared_value, is_known, compared[before] AS prior_value,
  days[now] AS days, days[before] AS prior_days,
  list_count(list_filter(compared, lambda v: v >= 0))::INTEGER AS years_compared,
  CASE WHEN key IS NOT NULL THEN 1 + length(list_filter(keys, lambda k: k > key)) END AS rank,
  length(list_filter(keys, lambda k: k = best)) AS best_count,
  CASE WHEN best IS NOT NULL THEN "values"[list_position(keys, best)] END AS best_value,
  nullif(array_to_string(list_sort(list_filter(years, lambda y, i: keys[i] = best)), ', '), '') AS best_years,
  CASE WHEN worst IS NOT NULL THEN "values"[list_position(keys, worst)] END AS worst_value,
  nullif(array_to_string(list_sort(list_filter(years, lambda y, i: keys[i] = worst)), ', '), '') AS worst_years
FROM extremes;

-- stage: chance
-- Binomial probabilities by C. Loader, Fast and accurate computation of binomial probabilities (2000).
CREATE MACRO stirling_error(n) AS
  CASE WHEN n < 16 THEN lgamma(n + 1) - (n + 0.5::DOUBLE) * ln(n) + n - ln(2 * pi()) / 2
  ELSE (1 / 12 - (1 / 360 - (1 / 1260 - (1 / 1680 - 1 / 1188 / (n * n)) / (n * n)) / (n * n)) / (n * n)) / n END;
CREATE MACRO deviance_series(x, m, v, z) AS
  (x - m) * v
  + 2 * x * v * z * (1 / 3 + z * (1 / 5 + z * (1 / 7 + z * (1 / 9 + z * (1 / 11 + z * (1 / 13 + z / 15))))));
CREATE MACRO deviance(x, m) AS
  CASE WHEN abs(x - m) < 0.1::DOUBLE * (x + m)
  THEN deviance_series(x, m, (x - m) / (x + m), ((x - m) / (x + m)) * ((x - m) / (x + m)))
  ELSE x * ln(x / m) + m - x END;
CREATE MACRO binomial(x, n, p) AS
  CASE WHEN x = 0 THEN exp(n * ln(1 - p)) WHEN x = n THEN exp(n * ln(p))
  ELSE sqrt(n / (2 * pi() * x * (n - x))) * exp(
    stirling_error(n) - stirling_error(x) - stirling_error(n - x) - deviance(x, n * p) - deviance(n - x, n * (1 - p)))
  END;

-- All outcomes that are no likelier than the observed one, as far out as they add anything.
CREATE TABLE p_values AS
WITH
pairs AS (SELECT DISTINCT value, prior_value, days, prior_days FROM ranked_decades WHERE unit = 'count'),
trials AS (SELECT *, value + prior_value AS n, days / (days + prior_days) AS p FROM pairs),
reaches AS (SELECT *, abs(value - n * p) + 8 * sqrt(n * p * (1 - p)) + 20 AS reach FROM trials),
outcomes AS (
  SELECT * EXCLUDE (reach), binomial(value, n, p) * (1 + 1e-7::DOUBLE) AS likelihood,
    unnest(
      range(greatest(0, floor(n * p - reach))::BIGINT, least(n, ceil(n * p + reach))::BIGINT + 1))::DOUBLE AS outcome
  FROM reaches
  WHERE n > 0),
chances AS (SELECT *, binomial(outcome, n, p) AS chance FROM outcomes)
SELECT value, prior_value, days, prior_days, least(1, sum(chance) FILTER (chance <= likelihood)) AS p_value
FROM chances
GROUP BY value, prior_value, days, prior_days
UNION ALL
SELECT value, prior_value, days, prior_days, 1 FROM trials WHERE n = 0;

-- stage: comparison
-- Peers are the areas of a level that have a value; one alone has none, and none is ranked beside a sum below zero.
CREATE TABLE decade_comparison AS
WITH
peers AS (
  SELECT *, rank() OVER (peers ORDER BY key DESC NULLS LAST) AS place, 
    CASE WHEN NOT coalesce(bool_or(value < 0 OR NOT is_known) OVER peers, false)
      THEN count(key) OVER peers END AS places
  FROM ranked_decades
  WINDOW peers AS (PARTITION BY vintage, "window", area_level, category_group, metric))
SELECT vintage, "window", area_level, area, category_group, metric, year, value, prior_value,
  CASE WHEN unit <> 'rate' THEN compared_value - prior_value END AS change,
  CASE WHEN unit <> 'rate' AND prior_value > 0 AND compared_value >= 0
    THEN 100 * (value - prior_value) / prior_value END AS change_pct,
  CASE WHEN unit = 'rate' THEN 100 * (value - prior_value) END AS change_points,
  CASE WHEN unit <> 'rate' AND prior_value > 0 AND compared_value >= 0
    THEN 100 * (value * prior_days - prior_value * days) / (prior_value * days) END AS per_day_change_pct,
  years_compared, rank, best_value, best_years, worst_value, worst_years,
  CASE WHEN key IS NOT NULL AND places > 1 THEN place END AS peer_rank,
  CASE WHEN places > 1 THEN places END AS peer_count,
  CASE
    WHEN key IS NULL OR years_compared < getvariable('years') THEN 'undetermined'
    WHEN best_count = years_compared THEN 'all_equal'
    WHEN rank > 1 THEN 'not_best'
    WHEN best_count > 1 THEN 'equals_best'
    ELSE 'best'
  END AS record,
  p_value, p_value >= 0.05 AS within_chance
FROM peers LEFT JOIN (SELECT *, 'count' AS unit FROM p_values) USING (unit, value, prior_value, days, prior_days);
