CREATE OR REPLACE VIEW silver.month_totals (
  month COMMENT '入账月（当月首日） | Month the event happened, as its first day | day', -- DATE
  origin_month COMMENT '起源月（当月首日） | Month of the origin day, as its first day | day', -- DATE
  station COMMENT '派出所编码（按撤并关系归并至现行单位） | Station area: code rolled forward to the station of today', -- STRING
  district COMMENT '分局（辖区）编码 | District code', -- STRING
  category_group COMMENT '类别组编码 | Category group code | | groups overlap: never add them up', -- STRING
  incidents_reported COMMENT '接报警情数 | Incidents by day of report, signed | incidents', -- BIGINT
  incidents_occurred COMMENT '发生警情数 | Incidents by day of occurrence, signed | incidents', -- BIGINT
  cases_filed COMMENT '立案数 | Cases by day of filing, signed | cases', -- BIGINT
  cases_cleared COMMENT '破案数 | Cases by day of clearance, signed | cases', -- BIGINT
  deaths COMMENT '死亡人数 | Persons killed, by day of occurrence, signed | persons', -- BIGINT
  injuries COMMENT '受伤人数 | Persons injured, by day of occurrence, signed | persons', -- BIGINT
  loss_cents COMMENT '涉案损失金额 | Value lost, by origin day, signed | cents', -- BIGINT
  recovered_cents COMMENT '追赃挽损金额 | Value recovered, by day of recovery, signed | cents', -- BIGINT
  arrivals_timed COMMENT '可计时到场数 | Incidents with both a time of report and a time of arrival, by day of report, signed | incidents', -- BIGINT
  arrived_within_60s COMMENT '1 分钟内到场数 | Arrivals at most 60 seconds after the report, signed | incidents', -- BIGINT
  arrived_within_180s COMMENT '3 分钟内到场数 | Arrivals at most 180 seconds after the report, signed | incidents', -- BIGINT
  arrived_within_300s COMMENT '5 分钟内到场数 | Arrivals at most 300 seconds after the report, signed | incidents', -- BIGINT
  clearances_timed COMMENT '可计时破案数 | Cases with both a time of report and a time of clearance, by day of clearance, signed | cases', -- BIGINT
  cleared_within_1h COMMENT '1 小时内破案数 | Clearances at most 1 hour after the report, signed | cases', -- BIGINT
  cleared_within_24h COMMENT '24 小时内破案数 | Clearances at most 24 hours after the report, signed | cases' -- BIGINT
)
COMMENT '月合计：总账按月、起源月、现行派出所和类别组汇总 | Month totals: the ledger rolled up by month, month of origin, station of today and category group'
AS
-- Grain: month, origin_month, station, district, category_group.
WITH ledger AS (
  SELECT * FROM silver.ledger
),
station_areas AS (
  SELECT * FROM silver.station_areas
),
categories AS (
  SELECT * FROM silver.categories
)
SELECT
  CAST(trunc(day, 'MONTH') AS DATE) AS month,
  CAST(trunc(origin_day, 'MONTH') AS DATE) AS origin_month,
  station_areas.area AS station,
  station_areas.district,
  categories.category_group,
  sum(${measure}) AS ${measure}
FROM ledger
JOIN station_areas
  ON station_areas.station = ledger.station
  AND ledger.code_day BETWEEN station_areas.from_day AND station_areas.to_day
JOIN categories ON categories.category = ledger.category
GROUP BY ALL
