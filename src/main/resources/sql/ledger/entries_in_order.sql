-- One row per row of held_versions, for a source that delivers signed entries instead of versions:
-- each stands for itself and is never superseded.
SELECT
  held_versions.*,
  recorded_day AS known_on,
  recorded_at IS NULL AS is_known_on_own_days,
  CAST(NULL AS DATE) AS superseded_on,
  false AS is_superseded
FROM held_versions
