-- Grain: area of a station. Its names, and those of its district.
SELECT
  stations.area,
  stations.code AS station,
  stations.name_zh AS station_name_zh,
  stations.name_en AS station_name_en,
  districts.code AS district,
  districts.name_zh AS district_name_zh,
  districts.name_en AS district_name_en
FROM areas AS stations
JOIN areas AS districts ON districts.area = stations.parent
WHERE stations.area_level = 'station'
