CREATE TABLE bronze.record_versions (
  source STRING NOT NULL COMMENT '数据来源 | Source, as its mapping names it',
  content_sha256 STRING NOT NULL COMMENT '文件内容的 SHA-256 值 | SHA-256 of the decompressed content of the file',
  batch_id STRING NOT NULL COMMENT '批次编号 | Batch that wrote the row',
  file STRING NOT NULL COMMENT '所在文件（相对于来源根目录） | File it came from, relative to the root of its source',
  line BIGINT COMMENT '行号 | Line number in the file | | null where the reader knows no line numbers',
  record_id STRING COMMENT '记录编号 | Key of the record in its source | | null for signed entries without a key',
  recorded_at TIMESTAMP COMMENT '版本时间 | Time the source recorded this version | | null where the source keeps no version time',
  status STRING NOT NULL COMMENT '记录状态（valid 有效，withdrawn 撤销） | Status of the record: valid or withdrawn',
  count BIGINT COMMENT '起数（带符号，缺省为 1） | Number of incidents the row stands for, signed, 1 unless stated | incidents',
  station STRING COMMENT '记录中的派出所编码 | Station code as it stands in the record',
  category STRING COMMENT '记录中的案由（警情类别）编码 | Category code as it stands in the record',
  occurred_at TIMESTAMP COMMENT '发生时间 | Time the incident occurred | | null where no more than the day is known',
  reported_at TIMESTAMP COMMENT '接报时间 | Time the incident was reported | | null where no more than the day is known',
  arrived_at TIMESTAMP COMMENT '到达现场时间 | Time the first officer arrived at the scene | | null where no more than the day is known',
  filed_at TIMESTAMP COMMENT '立案时间 | Time the case was filed | | null where no more than the day is known',
  cleared_at TIMESTAMP COMMENT '破案时间 | Time the case was cleared | | null where no more than the day is known',
  cleared_count BIGINT COMMENT '破案起数 | Number of cases cleared | cases | count where cleared_day is known, unless stated',
  clearance_kind STRING COMMENT '破案方式 | Kind of clearance, as the source states it',
  deaths BIGINT COMMENT '死亡人数 | Persons killed | persons',
  injuries BIGINT COMMENT '受伤人数 | Persons injured | persons',
  loss_cents BIGINT COMMENT '涉案损失金额 | Value lost | cents',
  recovered_at TIMESTAMP COMMENT '追赃挽损时间 | Time property was recovered | | null where no more than the day is known',
  recovered_cents BIGINT COMMENT '追赃挽损金额 | Value recovered | cents',
  activity STRING COMMENT '勤务工作项目编码 | Activity code, as it stands in the record | | null for incidents',
  quantity BIGINT COMMENT '数量（当日完成量，或当日存量） | Quantity: so much was done on the day, or, of a stock, so much there was | unit of the activity | null for incidents',
  occurred_day DATE COMMENT '发生日 | Day the incident occurred, in the time zone of the force | day',
  reported_day DATE COMMENT '接报日 | Day the incident was reported, in the time zone of the force | day',
  filed_day DATE COMMENT '立案日 | Day the case was filed, in the time zone of the force | day',
  cleared_day DATE COMMENT '破案日 | Day the case was cleared, in the time zone of the force | day',
  recovered_day DATE COMMENT '追赃挽损日 | Day property was recovered, in the time zone of the force | day',
  recorded_day DATE COMMENT '入录日 | Day of recorded_at in the time zone of the force | day',
  version_order STRING COMMENT '同时版本的排序依据，可按文本排序 | What orders versions of equal times, as its mapping says, to be sorted as text | | numbers with leading zeros; null where the mapping names nothing',
  version_hash STRING NOT NULL COMMENT '版本内容的哈希值 | Hash of the canonical columns of the version'
)
USING delta
COMMENT '记录版本：每个已交付的记录版本一行，只增不改 | Record versions: one row per version of a record as delivered, append-only'
TBLPROPERTIES (
  'tongqi.schema' = '2',
  'delta.constraints.status_known' = "status IN ('valid', 'withdrawn')",
  'delta.constraints.required_columns' = "status = 'withdrawn' OR (station IS NOT NULL AND category IS NOT NULL AND coalesce(reported_day, occurred_day, filed_day) IS NOT NULL) OR (activity IS NOT NULL AND quantity IS NOT NULL AND occurred_day IS NOT NULL)",
  'delta.enableDeletionVectors' = 'false',
  'delta.dataSkippingStatsColumns' = 'record_id,batch_id,reported_day,occurred_day'
)
