CREATE OR REPLACE VIEW silver.activities (
  day COMMENT '所属日 | Day on which it was done, or a stock was counted, in the time zone of the force | day', -- DATE
  station COMMENT '派出所编码（按撤并关系归并至现行单位） | Station area: code rolled forward to the station of today | | null: the whole force', -- STRING
  district COMMENT '分局（辖区）编码 | District code | | null: the whole force', -- STRING
  activity COMMENT '勤务工作项目编码 | Activity code', -- STRING
  quantity COMMENT '数量（当日完成量，或当日存量） | Quantity: so much was done on the day, or, of a stock, so much there was | unit of the activity' -- BIGINT
)
COMMENT '勤务工作：每日、每个现行派出所、每个项目一行，以现有记录为准 | Activities: one row per day, station of today and activity, by all that is recorded'
AS
-- Grain: day, station, activity.
WITH entries AS (
  SELECT * FROM silver.activity_entries
),
station_areas AS (
  SELECT * FROM silver.station_areas
)
SELECT
  day,
  station_areas.area AS station,
  station_areas.district,
  activity,
  sum(quantity) AS quantity
FROM entries
LEFT JOIN station_areas
  ON station_areas.station = entries.station
  AND entries.code_day BETWEEN station_areas.from_day AND station_areas.to_day
GROUP BY ALL
HAVING sum(records) > 0
