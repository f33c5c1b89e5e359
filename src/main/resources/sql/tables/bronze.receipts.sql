CREATE TABLE bronze.receipts (
  source STRING NOT NULL COMMENT '数据来源 | Source, as its mapping names it',
  mode STRING NOT NULL COMMENT '交付方式（changes、ledger、snapshot） | How the source delivers: changes, ledger or snapshot',
  path STRING NOT NULL COMMENT '文件路径（相对于来源根目录） | Path of the file, relative to the root of its source',
  content_sha256 STRING NOT NULL COMMENT '文件内容的 SHA-256 值 | SHA-256 of the decompressed content of the file',
  mapping_sha256 STRING NOT NULL COMMENT '所用来源映射的 SHA-256 值 | SHA-256 of the source mapping in force',
  size_bytes BIGINT NOT NULL COMMENT '文件大小 | Size of the file as delivered | bytes',
  modified_at TIMESTAMP NOT NULL COMMENT '文件修改时间 | Time the file was last modified',
  delivered_on DATE COMMENT '交付日期 | Day of delivery, from the name of the file, else the last day it covers | day',
  first_day DATE COMMENT '覆盖首日 | First day the file answers for | day | null where unknown',
  last_day DATE COMMENT '覆盖末日 | Last day the file answers for, inclusive | day | null where unknown',
  station STRING COMMENT '所覆盖的派出所编码 | Only station the file answers for | | null: all stations',
  rows_read BIGINT NOT NULL COMMENT '读取行数 | Rows read | rows | rows_accepted + rows_quarantined + rows_duplicate',
  rows_accepted BIGINT NOT NULL COMMENT '接受行数 | Rows accepted and booked | rows',
  rows_quarantined BIGINT NOT NULL COMMENT '隔离行数 | Rows rejected into quarantine | rows',
  rows_duplicate BIGINT NOT NULL COMMENT '重复行数 | Rows that repeat a version already held | rows',
  rows_stale BIGINT NOT NULL COMMENT '滞后版本行数 | Rows accepted although a newer version of the record was already held | rows | part of rows_accepted',
  batch_id STRING NOT NULL COMMENT '批次编号 | Batch that wrote the row',
  rows_batch_id STRING NOT NULL COMMENT '数据行所属批次编号 | Batch whose rows stand for this content | | an earlier batch where the content was already held',
  batch_number BIGINT NOT NULL COMMENT '批次序号 | Ordinal number of the batch, rising with time'
)
USING delta
COMMENT '接收回执：每接收一个数据文件一行 | Receipts: one row per delivered file'
TBLPROPERTIES (
  'delta.constraints.rows_add_up' = "rows_read = rows_accepted + rows_quarantined + rows_duplicate",
  'delta.constraints.rows_counted' = "rows_accepted >= 0 AND rows_quarantined >= 0 AND rows_duplicate >= 0",
  'delta.constraints.stale_is_accepted' = "rows_stale BETWEEN 0 AND rows_accepted",
  'delta.constraints.mode_known' = "mode IN ('changes', 'ledger', 'snapshot')",
  'delta.constraints.days_in_order' = "coalesce(first_day <= last_day, true)",
  'delta.enableDeletionVectors' = 'false',
  'delta.dataSkippingNumIndexedCols' = '0'
)
