-- A condition on rows of silver.standing_versions: the case was cleared within an hour of its report, and all that was
-- lost was recovered by then. A recovery that tells no day is of the day of the clearance.
timestampdiff(SECOND, reported_at, cleared_at) BETWEEN 0 AND 3600
  AND loss_cents > 0
  AND recovered_cents >= loss_cents
  AND (recovered_day IS NULL OR timestampdiff(SECOND, reported_at, recovered_at) BETWEEN 0 AND 3600)
