CREATE TABLE bronze.receipts (
  source STRING NOT NULL COMMENT '数据来源 | Source, as its mapping names it',
  mode STRING NOT NULL COMMENT '交付方式（changes、ledger、snapshot） | How the source delivers: changes, ledger or snapshot',
  overlap STRING COMMENT '覆盖日期重叠的文件如何处理（adds 累加，newest 以最后交付者为准） | What files mean that answer for the same days: adds or newest | | signed entries only; null: such files are refused',
  path STRING NOT NULL COMMENT '文件路径（相对于来源根目录） | Path of the file, relative to the root of its source',
  content_sha256 STRING NOT NULL COMMENT '文件内容的 SHA-256 值 | SHA-256 of the decompressed content of the file',
  mapping_sha256 STRING NOT NULL COMMENT '所用来源映射的 SHA-256 值 | SHA-256 of the source mapping in force',
  size_bytes BIGINT NOT NULL COMMENT '文件大小 | Size of the file as delivered | bytes',
  modified_at TIMESTAMP NOT NULL COMMENT '文件修改时间 | Time the file was last modified',
  delivered_on DATE COMMENT '交付日期 | Day of delivery, from the name of the file, else the last day it covers | day',
  covered ARRAY<STRUCT<first_day: DATE, last_day: DATE>> NOT NULL COMMENT '覆盖的日期段 | Runs of days that the file answers for | | empty where none of its rows lies on the days that it claims',
  stations ARRAY<STRING> COMMENT '所覆盖的派出所编码 | Stations that the file answers for | | null: all of its source',
  categories ARRAY<STRING> COMMENT '所覆盖的案由（警情类别）编码 | Categories that the file answers for | | null: all',
  rows_read BIGINT NOT NULL COMMENT '读取行数 | Rows read | rows | rows_accepted + rows_quarantined + rows_duplicate + rows_ignored',
  rows_accepted BIGINT NOT NULL COMMENT '接受行数 | Rows accepted and booked | rows',
  rows_quarantined BIGINT NOT NULL COMMENT '隔离行数 | Rows rejected into quarantine | rows',
  rows_duplicate BIGINT NOT NULL COMMENT '重复行数 | Rows that repeat a version already held | rows',
  rows_ignored BIGINT NOT NULL COMMENT '忽略行数 | Rows that are no records: said so by the mapping, the header again, or padding | rows',
  rows_stale BIGINT NOT NULL COMMENT '滞后版本行数 | Rows accepted although a newer version of the record was already held | rows | part of rows_accepted',
  rows_outside BIGINT NOT NULL COMMENT '范围外行数 | Rows of stations or categories that the file does not answer for, booked all the same | rows',
  batch_id STRING NOT NULL COMMENT '批次编号 | Batch that wrote the row',
  rows_batch_id STRING NOT NULL COMMENT '数据行所属批次编号 | Batch whose rows stand for this content | | an earlier batch where the content was already held',
  batch_number BIGINT NOT NULL COMMENT '批次序号 | Ordinal number of the batch, rising with time'
)
USING delta
COMMENT '接收回执：每接收一个数据文件一行 | Receipts: one row per delivered file'
TBLPROPERTIES (
  'tongqi.schema' = '1',
  'delta.constraints.rows_add_up' = "rows_read = rows_accepted + rows_quarantined + rows_duplicate + rows_ignored",
  'delta.constraints.rows_counted' = "rows_accepted >= 0 AND rows_quarantined >= 0 AND rows_duplicate >= 0 AND rows_ignored >= 0",
  'delta.constraints.stale_is_accepted' = "rows_stale BETWEEN 0 AND rows_accepted",
  'delta.constraints.mode_known' = "mode IN ('changes', 'ledger', 'snapshot')",
  'delta.constraints.overlap_known' = "coalesce(overlap IN ('adds', 'newest'), true)",
  'delta.constraints.days_in_order' = "NOT exists(covered, it -> it.first_day > it.last_day)",
  'delta.enableDeletionVectors' = 'false',
  'delta.dataSkippingNumIndexedCols' = '0'
)
