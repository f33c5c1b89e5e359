-- key: as_of, window, area_level, area, category_group, metric
CREATE OR REPLACE VIEW gold.headline (
  as_of COMMENT '统计截止日 | Last day counted | day', -- DATE
  window COMMENT '同期窗口 | Same-period window', -- STRING
  area_level COMMENT '区域层级 | Level of the area: force, district or station', -- STRING
  area COMMENT '区域编码 | Code of the force, district or station', -- STRING
  area_name_zh COMMENT '区域中文名称 | Chinese name of the area', -- STRING
  area_name_en COMMENT '区域英文名称 | English name of the area', -- STRING
  category_group COMMENT '类别组编码 | Category group code | | groups overlap: never add them up', -- STRING
  category_group_name_zh COMMENT '类别组中文名称 | Chinese name of the category group', -- STRING
  category_group_name_en COMMENT '类别组英文名称 | English name of the category group', -- STRING
  metric COMMENT '指标 | Metric, by its column name in gold.period_facts', -- STRING
  metric_name_zh COMMENT '指标中文名称 | Chinese name of the metric', -- STRING
  metric_name_en COMMENT '指标英文名称 | English name of the metric', -- STRING
  year COMMENT '本期年份 | Year of the current period', -- INT
  shown COMMENT '本期值（比率为百分数，金额为元） | Value as it is published | | rates in percent, money in yuan', -- DOUBLE
  prior_shown COMMENT '上年同期值 | Value of the same period a year before, as it is published', -- DOUBLE
  change_shown COMMENT '同比增减（比率为百分点，其余为百分比） | Change on the year before | | in percent; of rates in percentage points', -- DOUBLE
  is_within_chance COMMENT '是否在随机波动范围内 | Whether the change is within chance | | null where it is not tested', -- BOOLEAN
  rank COMMENT '同期位次（1 为最好） | Rank among the years, 1 is best', -- INT
  years_compared COMMENT '参与比较年数 | Years that could be compared', -- INT
  record COMMENT '同期纪录 | Record: best, equals_best, not_best, all_equal or undetermined', -- STRING
  record_reason_zh COMMENT '判定理由（中文） | Reason for the verdict, in Chinese', -- STRING
  record_reason_en COMMENT '判定理由（英文） | Reason for the verdict, in English' -- STRING
)
COMMENT '主要数字：通报先说的指标，每个截止日、窗口、区域、类别组和指标一行 | Headline figures: one row per last day counted, window, area, category group and metric that a bulletin leads with'
AS
WITH compared AS (
  SELECT *
  FROM gold.decade_comparison
  WHERE vintage = 'latest'
    AND value IS NOT NULL
    AND metric IN (
      'incidents_reported', 'cases_filed', 'cases_cleared', 'cohort_clearance_rate', 'recovered', 'recovery_rate', 'deaths',
      'injuries', 'zero_incident_days', 'arrival_within_5_min_rate')
),
metrics AS (
  SELECT column_name AS metric, description_zh AS name_zh, description_en AS name_en
  FROM gold.data_dictionary
  WHERE table_name = 'gold.period_facts'
),
scales AS (
  SELECT
    *,
    CASE WHEN endswith(metric, '_rate') THEN 100 WHEN metric = 'recovered' THEN 0.01 ELSE 1 END AS scale
  FROM compared
)
SELECT
  as_of,
  `window` AS window,
  area_level,
  area,
  area_name_zh,
  area_name_en,
  category_group,
  category_group_name_zh,
  category_group_name_en,
  scales.metric,
  metrics.name_zh AS metric_name_zh,
  metrics.name_en AS metric_name_en,
  year,
  CAST(value * scale AS DOUBLE) AS shown,
  CAST(prior_value * scale AS DOUBLE) AS prior_shown,
  coalesce(change_points, change_pct) AS change_shown,
  within_chance AS is_within_chance,
  rank,
  years_compared,
  record,
  record_reason_zh,
  record_reason_en
FROM scales
JOIN metrics ON metrics.metric = scales.metric
