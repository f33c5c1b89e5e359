CREATE OR REPLACE VIEW silver.run_history (
  run_id COMMENT '运行编号 | Run', -- STRING
  command COMMENT '命令 | Command of the run', -- STRING
  started_at COMMENT '开始时间 | Time of its claim', -- TIMESTAMP
  ended_at COMMENT '结束时间 | Time of its end | | null while it runs', -- TIMESTAMP
  status COMMENT '状态 | running, or how it ended: done, refused, failed or abandoned', -- STRING
  exit_code COMMENT '退出码 | Exit code of the run', -- INT
  host COMMENT '主机 | Host of its driver', -- STRING
  process COMMENT '进程号 | Process of its driver', -- BIGINT
  expires_at COMMENT '有效期至 | Time at which its claim expires without a further heartbeat | | of a run that has not ended', -- TIMESTAMP
  release_id COMMENT '发布编号 | Release that it published', -- STRING
  files COMMENT '文件数 | Files that it took in', -- INT
  rows_read COMMENT '读取行数 | Rows that it read', -- BIGINT
  rows_accepted COMMENT '接收行数 | Rows that it accepted', -- BIGINT
  rows_quarantined COMMENT '隔离行数 | Rows that it put in quarantine', -- BIGINT
  steps COMMENT '各步骤耗时 | Seconds of each of its steps', -- STRING
  document COMMENT '运行报告（JSON） | What it did, as the text of a JSON object' -- STRING
)
COMMENT '运行历史：每次运行一行 | Run history: one row per run that wrote the warehouse, or tried to'
AS
WITH events AS (
  SELECT * FROM silver.runs
),
runs AS (
  SELECT
    run_id,
    min(at) AS started_at,
    max(at) FILTER (WHERE event = 'end') AS ended_at,
    min(command) AS command,
    min(host) AS host,
    min(process) AS process,
    max(expires_at) AS expires_at,
    max(status) AS status,
    max(exit_code) AS exit_code,
    max(document) AS document
  FROM events
  GROUP BY run_id
)
SELECT
  run_id,
  command,
  started_at,
  ended_at,
  coalesce(status, 'running') AS status,
  exit_code,
  host,
  process,
  IF(ended_at IS NULL, expires_at, NULL) AS expires_at,
  get_json_object(document, '$.release') AS release_id,
  json_array_length(get_json_object(document, '$.inputs')) AS files,
  CAST(get_json_object(document, '$.rows.read') AS BIGINT) AS rows_read,
  CAST(get_json_object(document, '$.rows.accepted') AS BIGINT) AS rows_accepted,
  CAST(get_json_object(document, '$.rows.quarantined') AS BIGINT) AS rows_quarantined,
  array_join(
    transform(
      from_json(get_json_object(document, '$.steps'), 'ARRAY<STRUCT<step: STRING, seconds: DOUBLE>>'),
      it -> concat(it.step, ' ', it.seconds, ' s')),
    ', ') AS steps,
  document
FROM runs
