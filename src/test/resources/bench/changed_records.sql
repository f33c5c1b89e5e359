-- A further delivery of generated records: later versions of 2,000 open cases, which clear them.
-- Given: the variables records (the folder of the files) and cleared_on; ${delivery}: the file to write.
COPY (
  SELECT * REPLACE (
    getvariable('cleared_on') || ' 10:00:00' AS cleared,
    getvariable('cleared_on') || ' 12:00:00' AS updated_at)
  FROM read_csv(getvariable('records') || '/deliveries/*.csv', header = true, all_varchar = true)
  WHERE filed IS NOT NULL
  QUALIFY row_number() OVER (PARTITION BY record_no ORDER BY updated_at DESC) = 1 AND cleared IS NULL
  ORDER BY hash(record_no)
  LIMIT 2000)
TO ${delivery} (HEADER);
