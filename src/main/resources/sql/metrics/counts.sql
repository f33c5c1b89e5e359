-- Grain: fact.
-- Incidents and casualties by the day on which they were reported or occurred.
SELECT
  fact,
  incidents_reported,
  incidents_occurred,
  deaths,
  injuries
FROM period_sums
