CREATE TABLE silver.ledger (
  day DATE NOT NULL COMMENT '入账日 | Day the event happened, in the time zone of the force | day',
  origin_day DATE NOT NULL COMMENT '起源日 | Day of filing for clearance, loss and recovery, else the day itself | day | filed, else reported, else occurred',
  recorded_on DATE NOT NULL COMMENT '入录日 | Day the records of the force first said so | day',
  station STRING NOT NULL COMMENT '派出所编码（以记录为准） | Station code as it stood in the record',
  category STRING NOT NULL COMMENT '案由（警情类别）编码（以记录为准） | Category code as it stood in the record',
  code_day DATE NOT NULL COMMENT '编码所指日 | Day whose holder of the station code is meant | day | origin day of the record, or, where its mapping says codes_as_of recorded_at, the day on which it was first recorded with this code; a reversal keeps that of the entry it reverses',
  incidents_reported BIGINT NOT NULL COMMENT '接报警情数 | Incidents by day of report, signed | incidents',
  incidents_occurred BIGINT NOT NULL COMMENT '发生警情数 | Incidents by day of occurrence, signed | incidents',
  cases_filed BIGINT NOT NULL COMMENT '立案数 | Cases by day of filing, signed | cases',
  cases_cleared BIGINT NOT NULL COMMENT '破案数 | Cases by day of clearance, signed | cases',
  deaths BIGINT NOT NULL COMMENT '死亡人数 | Persons killed, by day of occurrence, signed | persons',
  injuries BIGINT NOT NULL COMMENT '受伤人数 | Persons injured, by day of occurrence, signed | persons',
  loss_cents BIGINT NOT NULL COMMENT '涉案损失金额 | Value lost, by origin day, signed | cents',
  recovered_cents BIGINT NOT NULL COMMENT '追赃挽损金额 | Value recovered, by day of recovery, signed | cents',
  arrivals_timed BIGINT NOT NULL COMMENT '可计时到场数 | Incidents with both a time of report and a time of arrival, by day of report, signed | incidents',
  arrived_within_60s BIGINT NOT NULL COMMENT '1 分钟内到场数 | Arrivals at most 60 seconds after the report, signed | incidents',
  arrived_within_180s BIGINT NOT NULL COMMENT '3 分钟内到场数 | Arrivals at most 180 seconds after the report, signed | incidents',
  arrived_within_300s BIGINT NOT NULL COMMENT '5 分钟内到场数 | Arrivals at most 300 seconds after the report, signed | incidents',
  clearances_timed BIGINT NOT NULL COMMENT '可计时破案数 | Cases with both a time of report and a time of clearance, by day of clearance, signed | cases',
  cleared_within_1h BIGINT NOT NULL COMMENT '1 小时内破案数 | Clearances at most 1 hour after the report, signed | cases',
  cleared_within_24h BIGINT NOT NULL COMMENT '24 小时内破案数 | Clearances at most 24 hours after the report, signed | cases',
  source STRING NOT NULL COMMENT '数据来源 | Source, as its mapping names it',
  batch_id STRING NOT NULL COMMENT '批次编号 | Batch that wrote the row'
)
USING delta
COMMENT '总账：带日期、带符号的分录，只增不改；一切可加指标均为其合计 | Ledger: dated, signed entries, append-only; every additive figure is a sum over it'
TBLPROPERTIES (
  'tongqi.schema' = '1',
  'delta.enableDeletionVectors' = 'false',
  'delta.dataSkippingStatsColumns' = 'day,recorded_on,batch_id'
)
