-- key: release_id
CREATE TABLE gold.releases (
  release_id STRING NOT NULL COMMENT '发布编号 | Release',
  as_of DATE NOT NULL COMMENT '统计截止日 | Last day counted | day | the day every window is derived from',
  known_at DATE NOT NULL COMMENT '数据知悉日 | Day up to which records are known | day | never before as_of',
  years INT NOT NULL COMMENT '比较年数 | Years compared, the current one included',
  batches STRING NOT NULL COMMENT '所含批次编号 | Batches included, sorted, comma separated',
  mapping_hashes STRING NOT NULL COMMENT '来源映射哈希值 | Hashes of the source mappings in force',
  reference_hash STRING NOT NULL COMMENT '基础数据哈希值 | Hash of the reference data in force',
  windows_hash STRING NOT NULL COMMENT '自定义窗口哈希值 | Hash of the windows of the settings',
  table_versions STRING NOT NULL COMMENT '各表的 Delta 版本（JSON 对象） | Delta version of every table, as the text of a JSON object | | read the tables at these versions for one consistent set'
)
USING delta
COMMENT '发布批次：每次完成的运行一行，最后写入 | Releases: one row per finished run, written last'
TBLPROPERTIES (
  'tongqi.schema' = '1',
  'delta.constraints.known_from_as_of' = "known_at >= as_of",
  'delta.constraints.years_counted' = "years >= 1",
  'delta.enableDeletionVectors' = 'false',
  'delta.dataSkippingNumIndexedCols' = '0'
)
