CREATE TABLE silver.coverage (
  source STRING NOT NULL COMMENT '数据来源 | Source, as its mapping names it',
  measure STRING NOT NULL COMMENT '度量 | Measure of the ledger that the source answers for',
  station STRING NOT NULL COMMENT '派出所编码（以记录为准） | Station code as it stands in the records',
  category_group STRING NOT NULL COMMENT '类别组编码 | Category group code',
  first_day DATE NOT NULL COMMENT '首日 | First day of the run | day',
  last_day DATE NOT NULL COMMENT '末日 | Last day of the run, inclusive | day | not after the day of known_at',
  state STRING NOT NULL COMMENT '状态（covered 已覆盖，unknown 情况不明，doubtful 存疑，open 有待处理行） | State of the days: covered, unknown, doubtful or open | | unknown: no file; doubtful: a silence too long to be chance, which counts as not covered; open: a rejected line may belong to a day, which counts as covered for sums and as unknown for zero days',
  reason_zh STRING COMMENT '原因（中文） | Reason, in Chinese | | null where covered',
  reason_en STRING COMMENT '原因（英文） | Reason, in English | | null where covered',
  longest_silence_first_day DATE COMMENT '该来源最长无记录时段首日 | First day of the longest run of covered days on which the source has no row at all | day | null where there is none',
  longest_silence_last_day DATE COMMENT '该来源最长无记录时段末日 | Last day of that run, inclusive | day',
  silent_since DATE COMMENT '该派出所自何日起无记录 | First day of a silence of the station that lasts to its last covered day | day | null unless it hardly seems chance: below 1 in 100'
)
USING delta
COMMENT '数据覆盖：每个来源、度量、派出所、类别组及其状态相同的连续日期一行 | Coverage: one row per source, measure, station, category group and unbroken run of days in one state for one reason'
TBLPROPERTIES (
  'tongqi.schema' = '1',
  'delta.constraints.state_known' = "state IN ('covered', 'unknown', 'doubtful', 'open')",
  'delta.constraints.days_in_order' = "first_day <= last_day",
  'delta.constraints.reason_unless_covered' = "(state = 'covered') = (reason_zh IS NULL) AND (reason_zh IS NULL) = (reason_en IS NULL)",
  'delta.enableDeletionVectors' = 'false',
  'delta.dataSkippingNumIndexedCols' = '0'
)
