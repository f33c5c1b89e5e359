-- key: as_of, window, year, area_level, area, category_group, measure
CREATE TABLE gold.zero_days (
  as_of DATE NOT NULL COMMENT '统计截止日 | Last day counted | day | the day every window is derived from',
  `window` STRING NOT NULL COMMENT '同期窗口 | Same-period window | | year_to_date, last_half, last_28_days, …; or a name of the settings',
  year INT NOT NULL COMMENT '年份 | Year of the end of the window | | ISO year for weeks',
  area_level STRING NOT NULL COMMENT '区域层级（force 全局，district 分局，station 派出所） | Level of the area: force, district or station',
  area STRING NOT NULL COMMENT '区域编码 | Code of the force, district or station',
  area_name_zh STRING NOT NULL COMMENT '区域中文名称 | Chinese name of the area',
  area_name_en STRING NOT NULL COMMENT '区域英文名称 | English name of the area',
  category_group STRING NOT NULL COMMENT '类别组编码 | Category group code | | groups overlap: never add them up',
  category_group_name_zh STRING NOT NULL COMMENT '类别组中文名称 | Chinese name of the category group',
  category_group_name_en STRING NOT NULL COMMENT '类别组英文名称 | English name of the category group',
  measure STRING NOT NULL COMMENT '度量（incidents_reported 接报，incidents_occurred 发案，deaths 死亡） | Measure: incidents_reported, incidents_occurred or deaths | | only those that some source books there; deaths by day of occurrence',
  days INT COMMENT '窗口天数 | Days in the window | days',
  days_covered INT COMMENT '已覆盖天数 | Days of the window that are known | days',
  zero_days INT COMMENT '零日天数 | Days without any of the measure | days | covered days whose sum of the measure is 0 or less',
  unknown_days INT COMMENT '情况不明天数 | Days not delivered, or with a line in quarantine or a record of unknown day | days | days - days_covered',
  longest_run_days INT COMMENT '最长连续零日天数 | Longest run of such days | days | an unknown day breaks a run; the latest of equal runs',
  longest_run_from DATE COMMENT '最长连续零日首日 | First day of the longest run | day | null without a run',
  longest_run_to DATE COMMENT '最长连续零日末日 | Last day of the longest run, inclusive | day | null without a run'
)
USING delta
PARTITIONED BY (as_of)
COMMENT '零日天数（零警情、零发案、零死亡）：每个截止日、窗口、年份、区域、类别组和度量一行 | Days without an incident reported, without one occurred, without a death: one row per last day counted, window, year, area, category group and measure'
TBLPROPERTIES (
  'tongqi.schema' = '1',
  'delta.constraints.area_level_known' = "area_level IN ('force', 'district', 'station')",
  'delta.constraints.measure_known' = "measure IN ('incidents_reported', 'incidents_occurred', 'deaths')",
  'delta.constraints.days_covered_in_days' = "coalesce(days_covered BETWEEN 0 AND days, true)",
  'delta.constraints.days_add_up' = "coalesce(days = days_covered + unknown_days, true)",
  'delta.constraints.zero_days_covered' = "coalesce(zero_days BETWEEN 0 AND days_covered, true) AND coalesce(longest_run_days BETWEEN 0 AND zero_days, true)",
  'delta.constraints.run_dates' = "coalesce(longest_run_days = datediff(longest_run_to, longest_run_from) + 1, true)",
  'delta.enableDeletionVectors' = 'false',
  'delta.dataSkippingNumIndexedCols' = '0'
)
