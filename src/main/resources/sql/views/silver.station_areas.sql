CREATE OR REPLACE VIEW silver.station_areas (
  station COMMENT '派出所编码 | Station code', -- STRING
  from_day COMMENT '首日 | First day on which the code means this area | day | days before its first holder are the first holder’s', -- DATE
  to_day COMMENT '末日 | Last day on which the code means this area, inclusive | day | days between two holders are the earlier one’s', -- DATE
  area COMMENT '现行归属单位 | Station of today that figures are shown for | | its last successor, else itself; CODE@valid_from for an earlier holder of a reused code', -- STRING
  district COMMENT '分局（辖区）编码 | District of the station of today' -- STRING
)
COMMENT '派出所编码归属：每个编码的每个使用期一行 | Station areas: one row per station code and the days on which it means one station of today'
AS
WITH stations AS (
  SELECT * FROM silver.stations
),
holders AS (
  SELECT
    station,
    IF(row_number() OVER code = 1, DATE'0001-01-01', valid_from) AS from_day,
    coalesce(date_sub(lead(valid_from) OVER code, 1), DATE'9999-12-31') AS to_day,
    area,
    district,
    IF(lead(valid_from) OVER code IS NULL, station, concat(station, '@', valid_from)) AS own_area
  FROM stations
  WINDOW code AS (PARTITION BY station ORDER BY valid_from)
)
SELECT holders.station, holders.from_day, holders.to_day, holders.area, today.district
FROM holders
JOIN holders AS today ON today.own_area = holders.area
