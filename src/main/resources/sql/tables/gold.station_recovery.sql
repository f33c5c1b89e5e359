-- key: as_of, window, year, station, category_group
CREATE TABLE gold.station_recovery (
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
  loss BIGINT COMMENT '涉案损失金额 | Value lost | cents | by origin day',
  recovered BIGINT COMMENT '追赃挽损金额 | Value recovered | cents | by day of recovery, else of clearance',
  recovery_rate DOUBLE COMMENT '追赃挽损率 | Recovery rate | share | recovered / loss; may exceed 1',
  cohort_recovered BIGINT COMMENT '现案追赃挽损金额 | Cohort value recovered | cents | origin day inside the window, recovered by its end',
  cohort_recovery_rate DOUBLE COMMENT '现案追赃挽损率 | Cohort recovery rate | share | cohort_recovered / loss',
  loss_yuan DOUBLE COMMENT '涉案损失金额（元） | Value lost | yuan | loss / 100',
  recovered_yuan DOUBLE COMMENT '追赃挽损金额（元） | Value recovered | yuan | recovered / 100',
  cohort_recovered_yuan DOUBLE COMMENT '现案追赃挽损金额（元） | Cohort value recovered | yuan | cohort_recovered / 100'
)
USING delta
PARTITIONED BY (as_of)
COMMENT '派出所追赃挽损情况：每个截止日、窗口、年份、派出所和类别组一行 | Recovery by station: one row per last day counted, window, year, station and category group'
TBLPROPERTIES (
  'tongqi.schema' = '1',
  'delta.enableDeletionVectors' = 'false',
  'delta.dataSkippingNumIndexedCols' = '0'
)
