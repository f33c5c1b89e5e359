-- One row per ambiguous line that is not in quarantine yet, or settled there and open again.
WITH held AS (
  SELECT content_sha256, line, record_id, status
  FROM held_lines
  WHERE reason = 'ambiguous_version'
),
lines AS (
  SELECT * EXCEPT (status, line_status), line_status AS status FROM ambiguous_lines
)
SELECT lines.*
FROM lines
LEFT ANTI JOIN held
  ON held.content_sha256 = lines.content_sha256
  AND held.line <=> lines.line
  AND held.record_id = lines.record_id
  AND (held.status = 'open' OR lines.status = 'settled')
