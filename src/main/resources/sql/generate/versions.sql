-- One row per version of the incidents as delivered, with the quarter since 2015 whose file it stands in: each incident
-- as it is first recorded, and again where its clearance is told later. Times are seconds since 2015-01-01.
WITH versions AS (
  SELECT *, explode(IF(told > recorded, array(recorded, told), array(recorded))) AS updated
  FROM incidents
),
dated AS (
  SELECT *, date_add(DATE'2015-01-01', CAST(updated DIV 86400 AS INT)) AS updated_on
  FROM versions
)
SELECT
  CAST((year(updated_on) - 2015) * 4 + quarter(updated_on) - 1 AS INT) AS file,
  number,
  updated,
  station,
  category,
  occurred,
  reported,
  arrived,
  filed,
  IF(told <= updated, cleared, NULL) AS cleared,
  loss_yuan,
  IF(told <= updated, recovered_yuan, 0) AS recovered_yuan,
  deaths,
  injuries
FROM dated
