CREATE OR REPLACE VIEW silver.incidents (
  source COMMENT '数据来源 | Source, as its mapping names it', -- STRING
  record_id COMMENT '记录编号 | Key of the record in its source', -- STRING
  recorded_at COMMENT '版本时间 | Time the source recorded this version | | null where the source keeps no version time', -- TIMESTAMP
  status COMMENT '记录状态（valid 有效，withdrawn 撤销） | Status of the record: valid or withdrawn', -- STRING
  count COMMENT '起数（带符号，缺省为 1） | Number of incidents the row stands for, signed, 1 unless stated | incidents', -- BIGINT
  station COMMENT '记录中的派出所编码 | Station code as it stands in the record', -- STRING
  category COMMENT '记录中的案由（警情类别）编码 | Category code as it stands in the record', -- STRING
  occurred_at COMMENT '发生时间 | Time the incident occurred | | null where no more than the day is known', -- TIMESTAMP
  reported_at COMMENT '接报时间 | Time the incident was reported | | null where no more than the day is known', -- TIMESTAMP
  arrived_at COMMENT '到达现场时间 | Time the first officer arrived at the scene | | null where no more than the day is known', -- TIMESTAMP
  filed_at COMMENT '立案时间 | Time the case was filed | | null where no more than the day is known', -- TIMESTAMP
  cleared_at COMMENT '破案时间 | Time the case was cleared | | null where no more than the day is known', -- TIMESTAMP
  cleared_count COMMENT '破案起数 | Number of cases cleared | cases | count where cleared_day is known, unless stated', -- BIGINT
  clearance_kind COMMENT '破案方式 | Kind of clearance, as the source states it', -- STRING
  deaths COMMENT '死亡人数 | Persons killed | persons', -- BIGINT
  injuries COMMENT '受伤人数 | Persons injured | persons', -- BIGINT
  loss_cents COMMENT '涉案损失金额 | Value lost | cents', -- BIGINT
  recovered_at COMMENT '追赃挽损时间 | Time property was recovered | | null where no more than the day is known', -- TIMESTAMP
  recovered_cents COMMENT '追赃挽损金额 | Value recovered | cents', -- BIGINT
  occurred_day COMMENT '发生日 | Day the incident occurred, in the time zone of the force | day', -- DATE
  reported_day COMMENT '接报日 | Day the incident was reported, in the time zone of the force | day', -- DATE
  filed_day COMMENT '立案日 | Day the case was filed, in the time zone of the force | day', -- DATE
  cleared_day COMMENT '破案日 | Day the case was cleared, in the time zone of the force | day', -- DATE
  recovered_day COMMENT '追赃挽损日 | Day property was recovered, in the time zone of the force | day', -- DATE
  recorded_day COMMENT '入录日 | Day of recorded_at in the time zone of the force | day' -- DATE
)
COMMENT '警情（案件）现状：每条记录的最新有效版本一行 | Incidents: one row per record, its newest valid version'
AS
SELECT
  source,
  record_id,
  recorded_at,
  status,
  count,
  station,
  category,
  occurred_at,
  reported_at,
  arrived_at,
  filed_at,
  cleared_at,
  cleared_count,
  clearance_kind,
  deaths,
  injuries,
  loss_cents,
  recovered_at,
  recovered_cents,
  occurred_day,
  reported_day,
  filed_day,
  cleared_day,
  recovered_day,
  recorded_day
FROM silver.standing_versions
WHERE is_newest
  AND status = 'valid'
  AND mode <> 'ledger'
  AND activity IS NULL
