-- key: as_of, window, year, station, category_group
CREATE TABLE gold.station_clearance (
  as_of DATE NOT NULL COMMENT '统计截止日 | Last day counted | day | the day every window is derived from',
  `window` STRING NOT NULL COMMENT '同期窗口 | Same-period window | | year_to_date, last_half, last_28_days, …; or a name of the settings',
  year INT NOT NULL COMMENT '年份 | Year of the end of the window | | ISO year for weeks',
  station STRING NOT NULL COMMENT '派出所编码 | Station code',
  station_name_zh STRING NOT NULL COMMENT '派出所中文名称 | Chinese name of the station',
  station_name_en STRING NOT NULL COMMENT '派出所英文名称 | English name of the station',
  district STRING NOT NULL COMMENT '分局（辖区）编码 | District code',
  district_name_zh STRING NOT NULL COMMENT '分局（辖区）中文名称 | Chinese name of the district',
  district_name_en STRING NOT NULL COMMENT '分局（辖区）英文名称 | English name of the district',
  category_group STRING NOT NULL COMMENT '类别组编码 | Category group code | | groups overlap: never add them up',
  category_group_name_zh STRING NOT NULL COMMENT '类别组中文名称 | Chinese name of the category group',
  category_group_name_en STRING NOT NULL COMMENT '类别组英文名称 | English name of the category group',
  cases_filed BIGINT COMMENT '立案数 | Cases filed | cases | by day of filing',
  cases_cleared BIGINT COMMENT '破案数 | Cases cleared | cases | by day of clearance, whenever filed; cases_cleared_current + cases_cleared_backlog',
  cases_cleared_current BIGINT COMMENT '破现案数 | Cases of the period cleared | cases | cleared inside the window, origin day inside the window',
  cases_cleared_backlog BIGINT COMMENT '破积案数 | Backlog cases cleared | cases | cleared inside the window, origin day before the window',
  clearance_rate DOUBLE COMMENT '破案率 | Clearance rate | share | cases_cleared / cases_filed; may exceed 1',
  cohort_cleared BIGINT COMMENT '现案破案数（截至期末） | Cohort cases cleared by the end of the window | cases | origin day inside the window, cleared by its end',
  cohort_clearance_rate DOUBLE COMMENT '现案破案率 | Cohort clearance rate | share | cohort_cleared / cases_filed',
  cohort_clearance_rate_low DOUBLE COMMENT '现案破案率 95% 置信下限 | Cohort clearance rate: lower bound | share | 95 % Wilson interval',
  cohort_clearance_rate_high DOUBLE COMMENT '现案破案率 95% 置信上限 | Cohort clearance rate: upper bound | share | 95 % Wilson interval',
  cohort_cleared_to_date BIGINT COMMENT '现案破案数（截至数据时点） | Cohort cases cleared to date | cases | origin day inside the window, cleared by the cut-off of the vintage',
  cohort_clearance_to_date_rate DOUBLE COMMENT '现案累计破案率 | Cohort clearance rate to date | share | cohort_cleared_to_date / cases_filed',
  cohort_clearance_to_date_rate_low DOUBLE COMMENT '现案累计破案率 95% 置信下限 | Cohort clearance rate to date: lower bound | share | 95 % Wilson interval',
  cohort_clearance_to_date_rate_high DOUBLE COMMENT '现案累计破案率 95% 置信上限 | Cohort clearance rate to date: upper bound | share | 95 % Wilson interval'
)
USING delta
PARTITIONED BY (as_of)
COMMENT '派出所破案情况：每个截止日、窗口、年份、派出所和类别组一行 | Clearance by station: one row per last day counted, window, year, station and category group'
TBLPROPERTIES (
  'tongqi.schema' = '1',
  'delta.constraints.clearances_add_up' = "coalesce(cases_cleared = cases_cleared_current + cases_cleared_backlog, true)",
  'delta.constraints.cohort_clearance_rate_is_share' = "coalesce(least(cohort_clearance_rate_low, cohort_clearance_rate) >= 0 AND greatest(cohort_clearance_rate, cohort_clearance_rate_high) <= 1, true)",
  'delta.constraints.cohort_clearance_to_date_rate_is_share' = "coalesce(least(cohort_clearance_to_date_rate_low, cohort_clearance_to_date_rate) >= 0 AND greatest(cohort_clearance_to_date_rate, cohort_clearance_to_date_rate_high) <= 1, true)",
  'delta.enableDeletionVectors' = 'false',
  'delta.dataSkippingNumIndexedCols' = '0'
)
