CREATE OR REPLACE VIEW silver.standing_receipts (
  source COMMENT '数据来源 | Source, as its mapping names it', -- STRING
  mode COMMENT '交付方式（changes、ledger、snapshot） | How the source delivers: changes, ledger or snapshot', -- STRING
  overlap COMMENT '覆盖日期重叠的文件如何处理（adds 累加，newest 以最后交付者为准） | What files mean that answer for the same days: adds or newest | | signed entries only; null: such files are refused', -- STRING
  path COMMENT '文件路径（相对于来源根目录） | Path of the file, relative to the root of its source', -- STRING
  content_sha256 COMMENT '文件内容的 SHA-256 值 | SHA-256 of the decompressed content of the file', -- STRING
  mapping_sha256 COMMENT '所用来源映射的 SHA-256 值 | SHA-256 of the source mapping in force', -- STRING
  size_bytes COMMENT '文件大小 | Size of the file as delivered | bytes', -- BIGINT
  modified_at COMMENT '文件修改时间 | Time the file was last modified', -- TIMESTAMP
  delivered_on COMMENT '交付日期 | Day of delivery, from the name of the file, else the last day it covers | day', -- DATE
  covered COMMENT '覆盖的日期段 | Runs of days that the file answers for | | empty where none of its rows lies on the days that it claims', -- ARRAY<STRUCT<first_day: DATE, last_day: DATE>>
  stations COMMENT '所覆盖的派出所编码 | Stations that the file answers for | | null: all of its source', -- ARRAY<STRING>
  categories COMMENT '所覆盖的案由（警情类别）编码 | Categories that the file answers for | | null: all', -- ARRAY<STRING>
  rows_read COMMENT '读取行数 | Rows read | rows | rows_accepted + rows_quarantined + rows_duplicate + rows_ignored', -- BIGINT
  rows_accepted COMMENT '接受行数 | Rows accepted and booked | rows', -- BIGINT
  rows_quarantined COMMENT '隔离行数 | Rows rejected into quarantine | rows', -- BIGINT
  rows_duplicate COMMENT '重复行数 | Rows that repeat a version already held | rows', -- BIGINT
  rows_ignored COMMENT '忽略行数 | Rows that are no records: said so by the mapping, the header again, or padding | rows', -- BIGINT
  rows_stale COMMENT '滞后版本行数 | Rows accepted although a newer version of the record was already held | rows | part of rows_accepted', -- BIGINT
  rows_outside COMMENT '范围外行数 | Rows of stations or categories that the file does not answer for, booked all the same | rows', -- BIGINT
  batch_id COMMENT '批次编号 | Batch that wrote the row', -- STRING
  rows_batch_id COMMENT '数据行所属批次编号 | Batch whose rows stand for this content | | an earlier batch where the content was already held', -- STRING
  batch_number COMMENT '批次序号 | Ordinal number of the batch, rising with time' -- BIGINT
)
COMMENT '有效回执：每个路径最新的回执一行 | Standing receipts: one row per path, the newest of its receipts'
AS
-- One row per path of a source: a file replaces what was delivered under its path before.
WITH receipts AS (
  SELECT * FROM bronze.receipts
)
SELECT *
FROM receipts
QUALIFY row_number() OVER (PARTITION BY source, path ORDER BY batch_number DESC) = 1
