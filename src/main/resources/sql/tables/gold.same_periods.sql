-- key: as_of, window, year
CREATE TABLE gold.same_periods (
  as_of DATE NOT NULL COMMENT '统计截止日 | Last day counted | day | the day every window is derived from',
  `window` STRING NOT NULL COMMENT '同期窗口 | Same-period window | | year_to_date, last_half, last_28_days, …; or a name of the settings',
  year INT NOT NULL COMMENT '年份 | Year of the end of the window | | ISO year for weeks',
  first_day DATE COMMENT '窗口首日 | First day of the window | day | null where the window does not exist in that year',
  last_day DATE COMMENT '窗口末日 | Last day of the window, inclusive | day | null where the window does not exist in that year',
  days INT COMMENT '窗口天数 | Days in the window | days | 29 February is counted where it exists',
  is_current BOOLEAN NOT NULL COMMENT '是否本期 | Whether this is the current period',
  is_defined BOOLEAN NOT NULL COMMENT '该年是否存在此窗口 | Whether the window exists in that year | | false for week 53 of a year without one'
)
USING delta
PARTITIONED BY (as_of)
COMMENT '同期窗口：每个截止日、窗口和年份一行 | Same periods: one row per last day counted, window and year'
TBLPROPERTIES (
  'tongqi.schema' = '1',
  'delta.constraints.defined_has_days' = "is_defined = (first_day IS NOT NULL AND last_day IS NOT NULL AND days IS NOT NULL)",
  'delta.constraints.days_counted' = "coalesce(days = datediff(last_day, first_day) + 1, true)",
  'delta.constraints.not_after_as_of' = "coalesce(last_day <= as_of, true)",
  'delta.enableDeletionVectors' = 'false',
  'delta.dataSkippingNumIndexedCols' = '0'
)
