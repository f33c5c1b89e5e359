-- key: as_of, window, station, category_group
CREATE OR REPLACE VIEW gold.station_scorecard (
  as_of COMMENT '统计截止日 | Last day counted | day', -- DATE
  window COMMENT '同期窗口 | Same-period window', -- STRING
  year COMMENT '本期年份 | Year of the current period', -- INT
  station COMMENT '派出所编码 | Station code', -- STRING
  station_name_zh COMMENT '派出所中文名称 | Chinese name of the station', -- STRING
  station_name_en COMMENT '派出所英文名称 | English name of the station', -- STRING
  category_group COMMENT '类别组编码 | Category group code | | groups overlap: never add them up', -- STRING
  category_group_name_zh COMMENT '类别组中文名称 | Chinese name of the category group', -- STRING
  category_group_name_en COMMENT '类别组英文名称 | English name of the category group', -- STRING
  incidents_reported COMMENT '接报警情数 | Incidents reported | incidents', -- BIGINT
  incidents_change_pct COMMENT '接报警情数同比增减幅 | Change of incidents reported on the year before in percent | percent', -- DOUBLE
  cases_filed COMMENT '立案数 | Cases filed | cases', -- BIGINT
  cases_cleared COMMENT '破案数 | Cases cleared | cases', -- BIGINT
  cohort_clearance_rate COMMENT '现案破案率 | Cohort clearance rate | share', -- DOUBLE
  cohort_clearance_rate_low COMMENT '现案破案率 95% 置信下限 | Cohort clearance rate: lower bound | share | 95 % Wilson interval', -- DOUBLE
  cohort_clearance_rate_high COMMENT '现案破案率 95% 置信上限 | Cohort clearance rate: upper bound | share | 95 % Wilson interval', -- DOUBLE
  loss_yuan COMMENT '涉案损失金额（元） | Value lost | yuan', -- DECIMAL(21,2)
  recovered_yuan COMMENT '追赃挽损金额（元） | Value recovered | yuan', -- DECIMAL(21,2)
  recovery_rate COMMENT '追赃挽损率 | Recovery rate | share', -- DOUBLE
  zero_incident_days COMMENT '零警情天数 | Days without an incident | days', -- INT
  coverage COMMENT '数据覆盖率 | Share of the days of the window that are covered | share', -- DOUBLE
  lines_in_quarantine COMMENT '隔离待处理行数 | Lines in quarantine that could change the row | rows' -- BIGINT
)
COMMENT '派出所一览：每个截止日、窗口、派出所和类别组一行 | Station scorecard: one row per last day counted, window, station and category group'
AS
WITH stations AS (
  SELECT *
  FROM gold.period_facts
  WHERE vintage = 'latest' AND area_level = 'station'
),
current_periods AS (
  SELECT as_of, `window`, year
  FROM gold.same_periods
  WHERE is_current
)
SELECT
  now.as_of,
  now.`window` AS window,
  now.year,
  now.area AS station,
  now.area_name_zh AS station_name_zh,
  now.area_name_en AS station_name_en,
  now.category_group,
  now.category_group_name_zh,
  now.category_group_name_en,
  now.incidents_reported,
  try_divide(100.0D * (now.incidents_reported - before.incidents_reported), before.incidents_reported) AS incidents_change_pct,
  now.cases_filed,
  now.cases_cleared,
  now.cohort_clearance_rate,
  now.cohort_clearance_rate_low,
  now.cohort_clearance_rate_high,
  CAST(now.loss / 100BD AS DECIMAL(21,2)) AS loss_yuan,
  CAST(now.recovered / 100BD AS DECIMAL(21,2)) AS recovered_yuan,
  now.recovery_rate,
  now.zero_incident_days,
  now.coverage,
  now.lines_in_quarantine
FROM stations AS now
JOIN current_periods
  ON current_periods.as_of = now.as_of
  AND current_periods.`window` = now.`window`
  AND current_periods.year = now.year
LEFT JOIN stations AS before
  ON before.as_of = now.as_of
  AND before.`window` = now.`window`
  AND before.area = now.area
  AND before.category_group = now.category_group
  AND before.year = now.year - 1
