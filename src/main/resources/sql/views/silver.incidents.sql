CREATE OR REPLACE VIEW silver.incidents (
  source COMMENT '数据来源 | Source, as its mapping names it',
  record_id COMMENT '记录编号 | Key of the record in its source',
  recorded_at COMMENT '版本时间 | Time the source recorded this version | | null where the source keeps no version time',
  status COMMENT '记录状态（valid 有效，withdrawn 撤销） | Status of the record: valid or withdrawn',
  count COMMENT '起数（带符号，缺省为 1） | Number of incidents the row stands for, signed, 1 unless stated | incidents',
  station COMMENT '记录中的派出所编码 | Station code as it stands in the record',
  category COMMENT '记录中的案由（警情类别）编码 | Category code as it stands in the record',
  occurred_at COMMENT '发生时间 | Time the incident occurred',
  reported_at COMMENT '接报时间 | Time the incident was reported',
  arrived_at COMMENT '到达现场时间 | Time the first officer arrived at the scene',
  filed_at COMMENT '立案时间 | Time the case was filed',
  cleared_at COMMENT '破案时间 | Time the case was cleared',
  cleared_count COMMENT '破案起数 | Number of cases cleared | cases | count where cleared_at is known, unless stated',
  clearance_kind COMMENT '破案方式 | Kind of clearance, as the source states it',
  deaths COMMENT '死亡人数 | Persons killed | persons',
  injuries COMMENT '受伤人数 | Persons injured | persons',
  loss_cents COMMENT '涉案损失金额 | Value lost | cents',
  recovered_at COMMENT '追赃挽损时间 | Time property was recovered',
  recovered_cents COMMENT '追赃挽损金额 | Value recovered | cents',
  occurred_day COMMENT '发生日 | Day of occurred_at in the time zone of the force | day',
  reported_day COMMENT '接报日 | Day of reported_at in the time zone of the force | day',
  filed_day COMMENT '立案日 | Day of filed_at in the time zone of the force | day',
  cleared_day COMMENT '破案日 | Day of cleared_at in the time zone of the force | day',
  recovered_day COMMENT '追赃挽损日 | Day of recovered_at in the time zone of the force | day',
  recorded_day COMMENT '入录日 | Day of recorded_at in the time zone of the force | day'
)
COMMENT '警情（案件）现状：每条记录的最新有效版本一行 | Incidents: one row per record, its newest valid version'
AS
WITH receipts_by_age AS (
  SELECT
    source,
    mode,
    content_sha256,
    rows_batch_id AS batch_id,
    delivered_on,
    first_day,
    last_day,
    station,
    row_number() OVER (PARTITION BY source, path ORDER BY batch_number DESC) AS age
  FROM bronze.receipts
),
receipts_in_force AS (
  SELECT * FROM receipts_by_age WHERE age = 1
),
contents AS (
  SELECT
    source,
    mode,
    content_sha256,
    batch_id,
    min(delivered_on) AS delivered_on,
    max(delivered_on) AS last_delivered_on
  FROM receipts_in_force
  GROUP BY ALL
),
versions AS (
  SELECT
    held.*,
    delivered_on,
    last_delivered_on,
    row_number() OVER (
      PARTITION BY source, record_id
      ORDER BY
        IF(mode = 'snapshot' AND last_delivered_on > delivered_on, last_delivered_on, coalesce(recorded_day, delivered_on)) DESC,
        recorded_at DESC, delivered_on DESC, version_hash DESC
    ) AS place
  FROM bronze.record_versions AS held
  JOIN contents USING (source, content_sha256, batch_id)
  WHERE record_id IS NOT NULL
)
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
FROM versions
WHERE place = 1
  AND status = 'valid'
  AND NOT EXISTS (
    SELECT 1
    FROM receipts_in_force AS later
    WHERE later.source = versions.source
      AND later.mode = 'snapshot'
      AND later.delivered_on > versions.last_delivered_on
      AND (later.station IS NULL OR later.station = versions.station)
      AND coalesce(versions.reported_day, versions.filed_day, versions.occurred_day)
        BETWEEN later.first_day AND later.last_day
  )
