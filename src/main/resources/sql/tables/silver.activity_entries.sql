CREATE TABLE silver.activity_entries (
  day DATE NOT NULL COMMENT '所属日 | Day on which it was done, or a stock was counted, in the time zone of the force | day',
  recorded_on DATE NOT NULL COMMENT '入录日 | Day the records of the force first said so | day',
  station STRING COMMENT '派出所编码（以记录为准） | Station code as it stood in the record | | null: the whole force',
  activity STRING NOT NULL COMMENT '勤务工作项目编码 | Activity code',
  code_day DATE NOT NULL COMMENT '编码所指日 | Day whose holder of the station code is meant | day | as in silver.ledger',
  quantity BIGINT NOT NULL COMMENT '数量 | Quantity, signed | unit of the activity | of a stock the level of the day',
  records BIGINT NOT NULL COMMENT '记录数 | Records, signed | records | a day of which they add up to zero holds no level',
  source STRING NOT NULL COMMENT '数据来源 | Source, as its mapping names it',
  batch_id STRING NOT NULL COMMENT '批次编号 | Batch that wrote the row'
)
USING delta
COMMENT '勤务工作分录：带日期、带符号，只增不改 | Entries of activities: dated, signed, append-only'
TBLPROPERTIES (
  'tongqi.schema' = '1',
  'delta.enableDeletionVectors' = 'false',
  'delta.dataSkippingStatsColumns' = 'day,recorded_on,batch_id'
)
