-- key: as_of, window, year, area_level, area, category_group, measure
CREATE OR REPLACE VIEW gold.what_changed (
  as_of COMMENT '统计截止日 | Last day counted | day', -- DATE
  earlier_as_of COMMENT '此前的统计截止日 | Last day counted of the figures before | day', -- DATE
  window COMMENT '同期窗口 | Same-period window', -- STRING
  year COMMENT '年份 | Year of the end of the window', -- INT
  area_level COMMENT '区域层级 | Level of the area: force, district or station', -- STRING
  area COMMENT '区域编码 | Code of the force, district or station', -- STRING
  area_name_zh COMMENT '区域中文名称 | Chinese name of the area', -- STRING
  area_name_en COMMENT '区域英文名称 | English name of the area', -- STRING
  category_group COMMENT '类别组编码 | Category group code | | groups overlap: never add them up', -- STRING
  category_group_name_zh COMMENT '类别组中文名称 | Chinese name of the category group', -- STRING
  category_group_name_en COMMENT '类别组英文名称 | English name of the category group', -- STRING
  measure COMMENT '计量 | Measure, by its column name in gold.period_facts', -- STRING
  earlier_value COMMENT '此前的值 | Value as it was', -- BIGINT
  value COMMENT '现在的值 | Value as it is', -- BIGINT
  difference COMMENT '差额 | What was recorded, corrected or withdrawn since', -- BIGINT
  earlier_coverage COMMENT '此前的数据覆盖率 | Coverage as it was | share', -- DOUBLE
  coverage COMMENT '现在的数据覆盖率 | Coverage as it is | share' -- DOUBLE
)
COMMENT '前后变化：同样的日期在相邻两个截止日之间变了的数字 | What changed: figures of the same days that differ from one last day counted to the next'
AS
WITH periods AS (
  SELECT as_of, `window`, year, first_day, last_day
  FROM gold.same_periods
  WHERE is_defined
),
days AS (
  SELECT as_of, lag(as_of) OVER (ORDER BY as_of) AS earlier_as_of
  FROM (SELECT DISTINCT as_of FROM periods)
),
same_days AS (
  SELECT days.as_of, days.earlier_as_of, periods.`window`, periods.year
  FROM days
  JOIN periods ON periods.as_of = days.as_of
  JOIN periods AS earlier
    ON earlier.as_of = days.earlier_as_of
    AND earlier.`window` = periods.`window`
    AND earlier.year = periods.year
    AND earlier.first_day = periods.first_day
    AND earlier.last_day = periods.last_day
),
facts AS (
  SELECT *
  FROM gold.period_facts
    UNPIVOT (
      value FOR measure IN (
        incidents_reported, incidents_occurred, cases_filed, cases_cleared, deaths, injuries, loss, recovered))
  WHERE vintage = 'latest'
)
SELECT
  now.as_of,
  same_days.earlier_as_of,
  now.`window` AS window,
  now.year,
  now.area_level,
  now.area,
  now.area_name_zh,
  now.area_name_en,
  now.category_group,
  now.category_group_name_zh,
  now.category_group_name_en,
  now.measure,
  earlier.value AS earlier_value,
  now.value,
  now.value - earlier.value AS difference,
  earlier.coverage AS earlier_coverage,
  now.coverage
FROM same_days
JOIN facts AS now
  ON now.as_of = same_days.as_of
  AND now.`window` = same_days.`window`
  AND now.year = same_days.year
JOIN facts AS earlier
  ON earlier.as_of = same_days.earlier_as_of
  AND earlier.`window` = same_days.`window`
  AND earlier.year = same_days.year
  AND earlier.area_level = now.area_level
  AND earlier.area = now.area
  AND earlier.category_group = now.category_group
  AND earlier.measure = now.measure
WHERE now.value <> earlier.value
