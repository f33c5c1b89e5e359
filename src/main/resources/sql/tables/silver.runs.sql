CREATE TABLE silver.runs (
  run_id STRING NOT NULL COMMENT '运行编号 | Run',
  event STRING NOT NULL COMMENT '事件 | Event: claim, heartbeat or end | | a run whose claim has not ended and not expired is the one that may write',
  at TIMESTAMP NOT NULL COMMENT '时间 | Time of the event, by the clock of the run that wrote it',
  command STRING NOT NULL COMMENT '命令 | Command of the run',
  host STRING NOT NULL COMMENT '主机 | Host of the driver of the run',
  process BIGINT NOT NULL COMMENT '进程号 | Process of the driver of the run',
  expires_at TIMESTAMP COMMENT '有效期至 | Time at which the claim expires unless a further heartbeat extends it | | of a claim or heartbeat',
  status STRING COMMENT '状态 | How the run ended: done, refused, failed, or abandoned as the run that took over found it',
  exit_code INT COMMENT '退出码 | Exit code of the run | | null of an abandoned run',
  document STRING COMMENT '运行报告（JSON） | What the run did: its inputs, rows, findings and seconds a step, as the text of a JSON object'
)
USING delta
COMMENT '运行事件：每次运行的占用、心跳、结束各一行 | Runs: one row per claim, heartbeat and end of a run that writes the warehouse'
TBLPROPERTIES (
  'tongqi.schema' = '1',
  'delta.isolationLevel' = 'Serializable',
  'delta.constraints.event_known' = "event IN ('claim', 'heartbeat', 'end')",
  'delta.constraints.status_of_an_end' = "(event = 'end') = (status IS NOT NULL)",
  'delta.constraints.status_known' = "status IS NULL OR status IN ('done', 'refused', 'failed', 'abandoned')",
  'delta.constraints.expires_unless_ended' = "(event = 'end') = (expires_at IS NULL)",
  'delta.enableDeletionVectors' = 'false',
  'delta.dataSkippingNumIndexedCols' = '0'
)
