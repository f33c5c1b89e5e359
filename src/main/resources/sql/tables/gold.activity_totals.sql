-- key: as_of, window, area_level, area, activity
CREATE TABLE gold.activity_totals (
  as_of DATE NOT NULL COMMENT '统计截止日 | Last day counted | day | the day every window is derived from',
  `window` STRING NOT NULL COMMENT '同期窗口 | Same-period window | | year_to_date, last_half, last_28_days, …; or a name of the settings',
  area_level STRING NOT NULL COMMENT '区域层级（force 全局，district 分局，station 派出所） | Level of the area: force, district or station',
  area STRING NOT NULL COMMENT '区域编码 | Code of the force, district or station',
  area_name_zh STRING NOT NULL COMMENT '区域中文名称 | Chinese name of the area',
  area_name_en STRING NOT NULL COMMENT '区域英文名称 | English name of the area',
  activity STRING NOT NULL COMMENT '勤务工作项目编码 | Activity code',
  activity_name_zh STRING NOT NULL COMMENT '勤务工作项目中文名称 | Chinese name of the activity',
  activity_name_en STRING NOT NULL COMMENT '勤务工作项目英文名称 | English name of the activity',
  activity_type STRING NOT NULL COMMENT '项目类型（flow 累计量，stock 存量） | Type: flow or stock | | flow: quantities of days add up; stock: the level at the end of the window, the last one held of each station',
  unit_zh STRING NOT NULL COMMENT '计量单位（中文） | Unit, in Chinese | | of numerator and denominator where the value is a share',
  unit_en STRING NOT NULL COMMENT '计量单位（英文） | Unit, in English',
  per STRING COMMENT '分母项目编码 | Activity that the value is a share of | | null: the value is the quantity itself',
  year INT NOT NULL COMMENT '本期年份 | Year of the current period',
  value DOUBLE COMMENT '本期值 | Value of the current period | | quantity in its unit; numerator / denominator (0..1) where per is given; null where nothing is held or the denominator is 0',
  numerator BIGINT COMMENT '数量（分子） | Quantity of the activity | unit of the activity',
  denominator BIGINT COMMENT '分母项目数量 | Quantity of the activity under per | unit of the activity',
  prior_value DOUBLE COMMENT '上年同期值 | Value of the same period a year before | | null without a baseline',
  change DOUBLE COMMENT '同比增减量 | Change on the year before | | value - prior_value; null for shares',
  change_pct DOUBLE COMMENT '同比增减幅 | Change on the year before in percent | percent | null for shares and on a prior value of 0',
  change_points DOUBLE COMMENT '同比增减百分点 | Change of a share in percentage points | points | null unless the value is a share',
  per_day_change_pct DOUBLE COMMENT '日均同比增减幅 | Change of the value per day in percent | percent | does not move with a leap day; null for shares and stocks',
  baseline_zh STRING NOT NULL COMMENT '同比基期（中文） | What the change is against, in Chinese | | 无上年同期记录 where the year before is not wholly held, or has no value',
  baseline_en STRING NOT NULL COMMENT '同比基期（英文） | What the change is against, in English | | no baseline where the year before is not wholly held, or has no value',
  years_compared INT NOT NULL COMMENT '参与比较年数 | Years held: those that could be compared | | covered years whose value is there, the current one included',
  rank INT COMMENT '同期位次（1 为最好） | Rank among the years, 1 is best | | null without a better direction',
  best_value DOUBLE COMMENT '历年最好值 | Best value of the years compared',
  best_years STRING COMMENT '历年最好年份 | Years of the best value | | comma separated',
  worst_value DOUBLE COMMENT '历年最差值 | Worst value of the years compared',
  worst_years STRING COMMENT '历年最差年份 | Years of the worst value | | comma separated',
  record STRING NOT NULL COMMENT '同期纪录（best 最好，equals_best 持平最好，not_best 非最好，all_equal 各年相同，undetermined 无法判定） | Record: best, equals_best, not_best, all_equal or undetermined',
  record_reason_zh STRING COMMENT '判定理由（中文） | Reason for the verdict, in Chinese',
  record_reason_en STRING COMMENT '判定理由（英文） | Reason for the verdict, in English',
  lines_in_quarantine BIGINT NOT NULL COMMENT '隔离待处理行数 | Open rejected lines that could change the value | lines',
  coverage DOUBLE NOT NULL COMMENT '覆盖率 | Share of the days that files answer for | share | days of the window; of a stock its last day, so 0 or 1'
)
USING delta
PARTITIONED BY (as_of)
COMMENT '勤务工作同期：每个截止日、窗口、区域和勤务工作项目一行 | Activities over the same periods: one row per last day counted, window, area and activity'
TBLPROPERTIES (
  'tongqi.schema' = '1',
  'delta.constraints.area_level_known' = "area_level IN ('force', 'district', 'station')",
  'delta.constraints.activity_type_known' = "activity_type IN ('flow', 'stock')",
  'delta.constraints.record_known' = "record IN ('best', 'equals_best', 'not_best', 'all_equal', 'undetermined')",
  'delta.constraints.undetermined_has_reason' = "record <> 'undetermined' OR (record_reason_zh IS NOT NULL AND record_reason_en IS NOT NULL)",
  'delta.constraints.rank_in_years' = "coalesce(rank BETWEEN 1 AND years_compared, true)",
  'delta.constraints.coverage_is_share' = "coverage BETWEEN 0 AND 1",
  'delta.enableDeletionVectors' = 'false',
  'delta.dataSkippingNumIndexedCols' = '0'
)
