-- One row per column of the table of that name: its name, type, whether it is required, and its place in the key.
SELECT
  format(
    '%s %s%s key %s',
    attname,
    format_type(atttypid, atttypmod),
    CASE WHEN attnotnull THEN ' NOT NULL' ELSE '' END,
    coalesce(array_position(string_to_array(indkey::text, ' '), attnum::text), 0))
FROM pg_attribute
LEFT JOIN pg_index ON indrelid = attrelid AND indisprimary
WHERE attrelid = to_regclass(?) AND attnum > 0 AND NOT attisdropped
ORDER BY attnum
