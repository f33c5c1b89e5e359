-- key: as_of, vintage, window, area_level, area, category_group, metric
CREATE TABLE gold.decade_comparison (
  as_of DATE NOT NULL COMMENT '统计截止日 | Last day counted | day | the day every window is derived from',
  vintage STRING NOT NULL COMMENT '数据时点（latest 最新，equal_age 同龄） | Vintage: latest or equal_age | | latest: all recorded up to known_at; equal_age: each year cut at the same lag after the end of its window',
  `window` STRING NOT NULL COMMENT '同期窗口 | Same-period window | | year_to_date, last_half, last_28_days, …; or a name of the settings',
  area_level STRING NOT NULL COMMENT '区域层级（force 全局，district 分局，station 派出所） | Level of the area: force, district or station',
  area STRING NOT NULL COMMENT '区域编码 | Code of the force, district or station',
  area_name_zh STRING NOT NULL COMMENT '区域中文名称 | Chinese name of the area',
  area_name_en STRING NOT NULL COMMENT '区域英文名称 | English name of the area',
  category_group STRING NOT NULL COMMENT '类别组编码 | Category group code | | groups overlap: never add them up',
  category_group_name_zh STRING NOT NULL COMMENT '类别组中文名称 | Chinese name of the category group',
  category_group_name_en STRING NOT NULL COMMENT '类别组英文名称 | English name of the category group',
  metric STRING NOT NULL COMMENT '指标 | Metric, by its column name in gold.period_facts',
  year INT NOT NULL COMMENT '本期年份 | Year of the current period',
  value DOUBLE COMMENT '本期值 | Value of the current period | | in the unit of the metric; loss and recovered in cents',
  prior_value DOUBLE COMMENT '上年同期值 | Value of the same period a year before | | in the unit of the metric',
  change DOUBLE COMMENT '同比增减量 | Change on the year before | | value - prior_value',
  change_pct DOUBLE COMMENT '同比增减幅 | Change on the year before in percent | percent | 100 * change / prior_value; null for rates, on a prior value of 0 or less, and for a value below 0',
  change_points DOUBLE COMMENT '同比增减百分点 | Change of a rate in percentage points | points | 100 * change; null unless the metric is a rate',
  per_day_change_pct DOUBLE COMMENT '日均同比增减幅 | Change of the value per day in percent | percent | does not move with a leap day',
  years_compared INT NOT NULL COMMENT '参与比较年数 | Years that could be compared | | covered years whose value is there and not below zero, the current one included',
  rank INT COMMENT '同期位次（1 为最好） | Rank among the years, 1 is best | | competition ranking by exact value, zero days by the days that are not zero; null if the current year is not covered or below zero',
  best_value DOUBLE COMMENT '历年最好值 | Best value of the years compared | | of several best years, the value of the newest',
  best_years STRING COMMENT '历年最好年份 | Years of the best value | | comma separated',
  worst_value DOUBLE COMMENT '历年最差值 | Worst value of the years compared | | of several worst years, the value of the newest',
  worst_years STRING COMMENT '历年最差年份 | Years of the worst value | | comma separated',
  peer_rank INT COMMENT '同级单位位次（1 为最好） | Rank among the areas of the same level, 1 is best | | null unless all of them are covered and none is below zero',
  peer_count INT COMMENT '同级单位数 | Areas of the same level | | null unless all of them are covered and none is below zero',
  record STRING NOT NULL COMMENT '同期纪录（best 最好，equals_best 持平最好，not_best 非最好，all_equal 各年相同，undetermined 无法判定） | Record: best, equals_best, not_best, all_equal or undetermined | | all_equal: the same in all years, so no contest and no claim',
  record_reason_zh STRING COMMENT '判定理由（中文） | Reason for the verdict, in Chinese',
  record_reason_en STRING COMMENT '判定理由（英文） | Reason for the verdict, in English',
  p_value DOUBLE COMMENT '显著性 p 值 | Probability of so large a change by chance | share | two-sided exact binomial, minimum likelihood, p = days / (days + prior days); counts of incidents, cases, deaths and injuries only',
  within_chance BOOLEAN COMMENT '是否在随机波动范围内 | Whether the change is within chance | | p_value >= 0.05'
)
USING delta
PARTITIONED BY (as_of)
COMMENT '历年同期比较：每个截止日、数据时点、窗口、区域、类别组和指标一行 | Comparison over the years: one row per last day counted, vintage, window, area, category group and metric'
TBLPROPERTIES (
  'tongqi.schema' = '1',
  'delta.constraints.vintage_known' = "vintage IN ('latest', 'equal_age')",
  'delta.constraints.area_level_known' = "area_level IN ('force', 'district', 'station')",
  'delta.constraints.record_known' = "record IN ('best', 'equals_best', 'not_best', 'all_equal', 'undetermined')",
  'delta.constraints.undetermined_has_reason' = "record <> 'undetermined' OR (record_reason_zh IS NOT NULL AND record_reason_en IS NOT NULL)",
  'delta.constraints.rank_in_years' = "coalesce(rank BETWEEN 1 AND years_compared, true)",
  'delta.constraints.peer_rank_in_peers' = "coalesce(peer_rank BETWEEN 1 AND peer_count, true)",
  'delta.constraints.p_value_is_share' = "coalesce(p_value BETWEEN 0 AND 1, true)",
  'delta.enableDeletionVectors' = 'false',
  'delta.dataSkippingNumIndexedCols' = '0'
)
