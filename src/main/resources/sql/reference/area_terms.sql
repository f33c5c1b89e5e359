-- Grain: station, from_day.
-- The station codes, and the days on which they mean it, of the area asked for.
SELECT station_areas.station, station_areas.from_day, station_areas.to_day
FROM silver.station_areas
JOIN (SELECT area_level, area FROM asked) AS asked
  ON CASE asked.area_level
    WHEN 'force' THEN true
    WHEN 'district' THEN station_areas.district = asked.area
    WHEN 'station' THEN station_areas.area = asked.area
  END
