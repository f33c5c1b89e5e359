CREATE TABLE bronze.quarantine (
  source STRING NOT NULL COMMENT '数据来源 | Source, as its mapping names it',
  file STRING NOT NULL COMMENT '所在文件（相对于来源根目录） | File it came from, relative to the root of its source',
  line BIGINT COMMENT '行号 | Line number in the file | | null where the reader knows no line numbers',
  content_sha256 STRING NOT NULL COMMENT '文件内容的 SHA-256 值 | SHA-256 of the decompressed content of the file',
  batch_id STRING NOT NULL COMMENT '批次编号 | Batch that wrote the row',
  reason STRING NOT NULL COMMENT '拒收原因代码 | Code of the reason for the rejection',
  field STRING COMMENT '出错字段 | Field at fault | | null where the whole line is at fault',
  detail STRING COMMENT '具体说明 | What was found and what was wanted | | null where the reason says it all; invisible characters made visible',
  raw STRING COMMENT '原始文本 | Raw text of the line | | of a long line its beginning; empty once the days are over for which it is kept; null for a line that was read well and contradicts another one',
  rejected_as_of DATE COMMENT '拒收时的统计截止日 | Last day counted by the run that rejected the line | day | from it on the days are counted for which the raw text is kept',
  day DATE COMMENT '所属日期 | Day the line belongs to | day | null where unreadable: it may then belong to any day its file covers',
  is_dated BOOLEAN NOT NULL COMMENT '日期是否全部可读可信 | Whether all its dates are readable and plausible | | where not, it may belong to any day its file covers',
  occurred_day DATE COMMENT '发生日，如可读 | Day of occurrence, where readable | day',
  reported_day DATE COMMENT '接报日，如可读 | Day of report, where readable | day',
  filed_day DATE COMMENT '立案日，如可读 | Day of filing, where readable | day',
  cleared_day DATE COMMENT '破案日，如可读 | Day of clearance, where readable | day',
  recovered_day DATE COMMENT '追赃挽损日，如可读 | Day of recovery, where readable | day',
  recorded_at TIMESTAMP COMMENT '版本时间，如可读 | Time the source recorded this version, where readable',
  record_id STRING COMMENT '记录编号 | Key of the record in its source, where readable',
  station STRING COMMENT '派出所编码 | Station code, where readable',
  category STRING COMMENT '案由（警情类别）编码 | Category code, where readable',
  activity STRING COMMENT '勤务工作项目编码 | Activity code, where readable | | null for incidents',
  status STRING NOT NULL COMMENT '处理状态（open 待处理，settled 已处理） | State of the line: open or settled',
  settled_by STRING COMMENT '处理批次 | Batch that settled the line | | null while open'
)
USING delta
COMMENT '隔离区：每个被拒收的数据行一行 | Quarantine: one row per rejected line'
TBLPROPERTIES (
  'tongqi.schema' = '3',
  'delta.constraints.status_known' = "status IN ('open', 'settled')",
  'delta.constraints.settled_by_a_batch' = "(status = 'settled') = (settled_by IS NOT NULL)",
  'delta.enableDeletionVectors' = 'false',
  'delta.dataSkippingNumIndexedCols' = '0'
)
