-- key: as_of, vintage, window, area_level, area, category_group, metric
CREATE OR REPLACE VIEW gold.records (
  as_of COMMENT '统计截止日 | Last day counted | day', -- DATE
  vintage COMMENT '数据时点（latest 最新，equal_age 同龄） | Vintage: latest or equal_age', -- STRING
  window COMMENT '同期窗口 | Same-period window', -- STRING
  area_level COMMENT '区域层级 | Level of the area: force, district or station', -- STRING
  area COMMENT '区域编码 | Code of the force, district or station', -- STRING
  area_name_zh COMMENT '区域中文名称 | Chinese name of the area', -- STRING
  area_name_en COMMENT '区域英文名称 | English name of the area', -- STRING
  category_group COMMENT '类别组编码 | Category group code | | groups overlap: never add them up', -- STRING
  category_group_name_zh COMMENT '类别组中文名称 | Chinese name of the category group', -- STRING
  category_group_name_en COMMENT '类别组英文名称 | English name of the category group', -- STRING
  metric COMMENT '指标 | Metric, by its column name in gold.period_facts', -- STRING
  year COMMENT '本期年份 | Year of the current period', -- INT
  value COMMENT '本期值 | Value of the current period | | in the unit of the metric; loss and recovered in cents', -- DOUBLE
  best_years COMMENT '历年最好年份 | Years of the best value | | comma separated', -- STRING
  years_compared COMMENT '参与比较年数 | Years that could be compared', -- INT
  record COMMENT '同期纪录 | Record: best, equals_best or undetermined', -- STRING
  reason_zh COMMENT '判定理由（中文） | Reason for the verdict, in Chinese', -- STRING
  reason_en COMMENT '判定理由（英文） | Reason for the verdict, in English' -- STRING
)
COMMENT '纪录：可以宣称的最好成绩，以及因数据不足而不能宣称的 | Records: what can be claimed to be the best of the years, and what the records cannot carry'
AS
SELECT
  as_of,
  vintage,
  `window` AS window,
  area_level,
  area,
  area_name_zh,
  area_name_en,
  category_group,
  category_group_name_zh,
  category_group_name_en,
  metric,
  year,
  value,
  best_years,
  years_compared,
  record,
  record_reason_zh AS reason_zh,
  record_reason_en AS reason_en
FROM gold.decade_comparison
WHERE record IN ('best', 'equals_best')
  OR (record = 'undetermined' AND value IS NOT NULL)
