CREATE OR REPLACE VIEW silver.standing_versions (
  source COMMENT '数据来源 | Source, as its mapping names it', -- STRING
  content_sha256 COMMENT '文件内容的 SHA-256 值 | SHA-256 of the decompressed content of the file', -- STRING
  batch_id COMMENT '批次编号 | Batch that wrote the row', -- STRING
  file COMMENT '所在文件（相对于来源根目录） | File it came from, relative to the root of its source', -- STRING
  line COMMENT '行号 | Line number in the file | | null where the reader knows no line numbers', -- BIGINT
  record_id COMMENT '记录编号 | Key of the record in its source | | null for signed entries without a key', -- STRING
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
  activity COMMENT '勤务工作项目编码 | Activity code, as it stands in the record | | null for incidents', -- STRING
  quantity COMMENT '数量（当日完成量，或当日存量） | Quantity: so much was done on the day, or, of a stock, so much there was | unit of the activity | null for incidents', -- BIGINT
  occurred_day COMMENT '发生日 | Day the incident occurred, in the time zone of the force | day', -- DATE
  reported_day COMMENT '接报日 | Day the incident was reported, in the time zone of the force | day', -- DATE
  filed_day COMMENT '立案日 | Day the case was filed, in the time zone of the force | day', -- DATE
  cleared_day COMMENT '破案日 | Day the case was cleared, in the time zone of the force | day', -- DATE
  recovered_day COMMENT '追赃挽损日 | Day property was recovered, in the time zone of the force | day', -- DATE
  recorded_day COMMENT '入录日 | Day of recorded_at in the time zone of the force | day', -- DATE
  version_order COMMENT '同时版本的排序依据，可按文本排序 | What orders versions of equal times, as its mapping says, to be sorted as text | | numbers with leading zeros; null where the mapping names nothing', -- STRING
  version_hash COMMENT '版本内容的哈希值 | Hash of the canonical columns of the version', -- STRING
  mode COMMENT '交付方式（changes、ledger、snapshot） | How the source delivers: changes, ledger or snapshot', -- STRING
  delivered_on COMMENT '交付日期 | Day the version was delivered: the first of its content, and each later one of a snapshot | day', -- DATE
  is_repeated COMMENT '是否为快照再次交付 | Whether a snapshot that was delivered before says it again', -- BOOLEAN
  is_implied COMMENT '是否由快照推定 | Whether it is a withdrawal that a snapshot implies: the record is missing from it', -- BOOLEAN
  known_on COMMENT '获知日 | Day the records of the force said so | day | recorded_day, else delivered_on', -- DATE
  place COMMENT '在该记录各版本中的次序 | Place in the order of the versions of its record, from 1 | | equal for versions that say the same at the same time', -- INT
  next_known_on COMMENT '下一版本的获知日 | Day from which a later version stands instead | day | null for the newest version', -- DATE
  is_first COMMENT '是否为首个版本 | Whether it is the first version of its record; signed entries all are', -- BOOLEAN
  is_newest COMMENT '是否为最新版本 | Whether it is the newest version of its record; signed entries all are' -- BOOLEAN
)
COMMENT '有效版本：每个有效的记录版本一行，带其在该记录中的次序 | Standing versions: one row per version that stands, with its place in the order of its record'
AS
-- One row per version that stands, in its place in the order of its record: by the day on which the
-- records of the force said so, then the version's time, then its delivery, then the mapping's own order. A
-- version without a time comes first on its day. Versions that contradict each other do not stand. A snapshot
-- withdraws what is missing from it: the withdrawal is a version, too. Signed entries stand each by itself.
WITH snapshots AS (
  SELECT source, collect_list(struct(delivered_on, covered, stations, categories)) AS snapshots
  FROM silver.standing_receipts
  WHERE mode = 'snapshot'
  GROUP BY source
),
delivered AS (
  SELECT * EXCEPT (overlap, place) FROM silver.delivered_versions
),
presence AS (
  SELECT *, collect_set(delivered_on) OVER (PARTITION BY record_hash, record_id, source) AS present_on
  FROM delivered
  WHERE mode = 'snapshot'
),
followed AS (
  SELECT *, lead(delivered_on) OVER record AS next_delivered_on
  FROM presence
  WHERE NOT is_ambiguous
  WINDOW record AS (
    PARTITION BY record_hash, record_id, source
    ORDER BY known_on, recorded_at, delivered_on, version_order
  )
),
vanished AS (
  SELECT
    followed.*,
    array_min(
      filter(
        snapshots,
        later ->
          later.delivered_on > followed.delivered_on
            AND exists(later.covered, it -> coalesce(reported_day, filed_day, occurred_day) BETWEEN it.first_day AND it.last_day)
            AND (later.stations IS NULL OR array_contains(later.stations, followed.station))
            AND (later.categories IS NULL OR array_contains(later.categories, followed.category))
            AND (next_delivered_on IS NULL OR later.delivered_on < next_delivered_on)
            AND NOT array_contains(present_on, later.delivered_on))).delivered_on AS withdrawn_on
  FROM followed
  JOIN snapshots ON snapshots.source = followed.source
),
withdrawals AS (
  SELECT
    source,
    content_sha256,
    batch_id,
    file,
    line,
    record_id,
    CAST(NULL AS TIMESTAMP) AS recorded_at,
    'withdrawn' AS status,
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
    activity,
    quantity,
    occurred_day,
    reported_day,
    filed_day,
    cleared_day,
    recovered_day,
    CAST(NULL AS DATE) AS recorded_day,
    CAST(NULL AS STRING) AS version_order,
    md5(concat_ws(' ', version_hash, withdrawn_on)) AS version_hash,
    mode,
    withdrawn_on AS delivered_on,
    is_repeated,
    withdrawn_on AS known_on,
    record_hash,
    true AS is_implied
  FROM vanished
  WHERE withdrawn_on IS NOT NULL
),
standing AS (
  SELECT * EXCEPT (is_ambiguous, is_superseded), false AS is_implied
  FROM delivered
  WHERE mode <> 'ledger' AND NOT is_ambiguous
  UNION ALL
  SELECT * FROM withdrawals
)
SELECT
  standing.* EXCEPT (known_on, record_hash, is_implied),
  is_implied,
  known_on,
  dense_rank() OVER record AS place,
  lead(known_on) OVER record AS next_known_on,
  row_number() OVER record = 1 AS is_first,
  lead(true) OVER record IS NULL AS is_newest
FROM standing
WINDOW record AS (
  PARTITION BY record_hash, record_id, source
  ORDER BY known_on, recorded_at, delivered_on, version_order
)
UNION ALL
SELECT
  * EXCEPT (known_on, record_hash, is_ambiguous, is_superseded),
  false AS is_implied,
  known_on,
  1 AS place,
  CAST(NULL AS DATE) AS next_known_on,
  true AS is_first,
  true AS is_newest
FROM delivered
WHERE mode = 'ledger' AND NOT is_superseded
