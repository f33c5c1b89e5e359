CREATE OR REPLACE VIEW silver.delivered_versions (
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
  occurred_at COMMENT '发生时间 | Time the incident occurred', -- TIMESTAMP
  reported_at COMMENT '接报时间 | Time the incident was reported', -- TIMESTAMP
  arrived_at COMMENT '到达现场时间 | Time the first officer arrived at the scene', -- TIMESTAMP
  filed_at COMMENT '立案时间 | Time the case was filed', -- TIMESTAMP
  cleared_at COMMENT '破案时间 | Time the case was cleared', -- TIMESTAMP
  cleared_count COMMENT '破案起数 | Number of cases cleared | cases | count where cleared_at is known, unless stated', -- BIGINT
  clearance_kind COMMENT '破案方式 | Kind of clearance, as the source states it', -- STRING
  deaths COMMENT '死亡人数 | Persons killed | persons', -- BIGINT
  injuries COMMENT '受伤人数 | Persons injured | persons', -- BIGINT
  loss_cents COMMENT '涉案损失金额 | Value lost | cents', -- BIGINT
  recovered_at COMMENT '追赃挽损时间 | Time property was recovered', -- TIMESTAMP
  recovered_cents COMMENT '追赃挽损金额 | Value recovered | cents', -- BIGINT
  activity COMMENT '勤务工作项目编码 | Activity code, as it stands in the record | | null for incidents', -- STRING
  quantity COMMENT '数量（当日完成量，或当日存量） | Quantity: so much was done on the day, or, of a stock, so much there was | unit of the activity | null for incidents', -- BIGINT
  occurred_day COMMENT '发生日 | Day of occurred_at in the time zone of the force | day', -- DATE
  reported_day COMMENT '接报日 | Day of reported_at in the time zone of the force | day', -- DATE
  filed_day COMMENT '立案日 | Day of filed_at in the time zone of the force | day', -- DATE
  cleared_day COMMENT '破案日 | Day of cleared_at in the time zone of the force | day', -- DATE
  recovered_day COMMENT '追赃挽损日 | Day of recovered_at in the time zone of the force | day', -- DATE
  recorded_day COMMENT '入录日 | Day of recorded_at in the time zone of the force | day', -- DATE
  version_order COMMENT '同时版本的排序依据，可按文本排序 | What orders versions of equal times, as its mapping says, to be sorted as text | | numbers with leading zeros; null where the mapping names nothing', -- STRING
  version_hash COMMENT '版本内容的哈希值 | Hash of the canonical columns of the version', -- STRING
  mode COMMENT '交付方式（changes、ledger、snapshot） | How the source delivers: changes, ledger or snapshot', -- STRING
  overlap COMMENT '覆盖日期重叠的文件如何处理（adds 累加，newest 以最后交付者为准） | What files mean that answer for the same days: adds or newest | | signed entries only; null: such files are refused', -- STRING
  delivered_on COMMENT '交付日期 | Day the version was delivered: the first of its content, and each later one of a snapshot | day', -- DATE
  is_repeated COMMENT '是否为快照再次交付 | Whether a snapshot that was delivered before says it again', -- BOOLEAN
  known_on COMMENT '获知日 | Day the records of the force said so | day | recorded_day, else delivered_on', -- DATE
  record_hash COMMENT '记录编号的哈希值 | Hash of record_id, by which records are told apart fast', -- BIGINT
  place COMMENT '在该记录各版本中的次序 | Place in the order of the versions of its record, from 1 | | equal for versions that nothing orders; 1 for signed entries', -- INT
  is_ambiguous COMMENT '是否与同次序的版本相矛盾 | Whether a version of other content has the same place: then neither stands', -- BOOLEAN
  is_superseded COMMENT '是否已有后续无矛盾版本 | Whether a version that contradicts no other comes after it; of signed entries, whether the newest file of their day stands instead' -- BOOLEAN
)
COMMENT '已交付版本：每个版本每次有效交付一行，注明是否与其他版本相矛盾 | Delivered versions: one row per version and delivery of it that stands, and whether it contradicts another one'
AS
-- One row per version whose content stands under some path, from the first of its deliveries on; a snapshot
-- says again what it holds at each of its deliveries. Versions of a record that its order leaves equal and
-- that differ contradict each other: which of them is right cannot be told. (Records are told apart by a hash
-- first, because sorting by whole numbers is twice as fast.) Signed entries have no key and no order; where the
-- newest of the files that answer for a day stands, the entries of older files on that day are superseded.
WITH receipts AS (
  SELECT
    *,
    rows_batch_id AS batch_id,
    -- The path in its natural order: without its ending, numbers in it with leading zeros.
    struct(
      delivered_on,
      regexp_replace(
        regexp_replace(regexp_replace(path, '([.][A-Za-z]+)+$', ''), '([0-9]+)', '000000000$1'),
        '[0-9]*([0-9]{10})', '$1') AS natural_path,
      path) AS delivery
  FROM (SELECT * EXCEPT (batch_id) FROM silver.standing_receipts)
),
record_versions AS (
  SELECT * FROM bronze.record_versions
),
deliveries AS (
  SELECT DISTINCT
    mode,
    overlap,
    content_sha256,
    batch_id,
    delivered_on,
    rank() OVER (PARTITION BY content_sha256, batch_id ORDER BY delivered_on NULLS LAST) > 1 AS is_repeated
  FROM receipts
),
delivered AS (
  SELECT /*+ BROADCAST(deliveries) */
    record_versions.*,
    mode,
    overlap,
    delivered_on,
    is_repeated,
    IF(is_repeated, delivered_on, coalesce(recorded_day, delivered_on)) AS known_on,
    xxhash64(record_id) AS record_hash
  FROM record_versions
  JOIN deliveries
    ON deliveries.content_sha256 = record_versions.content_sha256
    AND deliveries.batch_id = record_versions.batch_id
  WHERE mode = 'snapshot' OR NOT is_repeated
),
-- All files of a source of which the newest stands: few, so that each entry is held against all of them.
files AS (
  SELECT source, collect_list(struct(delivery, content_sha256, covered, stations, categories)) AS files
  FROM receipts
  WHERE overlap = 'newest'
  GROUP BY source
),
placed AS (
  SELECT
    *,
    dense_rank() OVER record AS place,
    min(version_hash) OVER equals <> max(version_hash) OVER equals AS is_ambiguous
  FROM delivered
  WHERE mode <> 'ledger'
  WINDOW
    record AS (
      PARTITION BY record_hash, record_id, source
      ORDER BY known_on, recorded_at, delivered_on, version_order),
    equals AS (
      PARTITION BY record_hash, record_id, source
      ORDER BY known_on, recorded_at, delivered_on, version_order
      RANGE BETWEEN CURRENT ROW AND CURRENT ROW)
)
SELECT
  *,
  coalesce(
    max(IF(is_ambiguous, NULL, place)) OVER (PARTITION BY record_hash, record_id, source) > place,
    false) AS is_superseded
FROM placed
UNION ALL
SELECT
  delivered.*,
  1 AS place,
  false AS is_ambiguous,
  coalesce(
    array_max(filter(files, own -> own.content_sha256 = delivered.content_sha256)).delivery
      < array_max(
        filter(
          files,
          other ->
            exists(other.covered, it -> coalesce(reported_day, filed_day, occurred_day) BETWEEN it.first_day AND it.last_day)
              AND (other.stations IS NULL OR array_contains(other.stations, delivered.station))
              AND (other.categories IS NULL OR array_contains(other.categories, delivered.category)))).delivery,
    false) AS is_superseded
FROM delivered
LEFT JOIN files ON files.source = delivered.source
WHERE delivered.mode = 'ledger'
