-- key: table_name, column_name
CREATE TABLE gold.data_dictionary (
  table_name STRING NOT NULL COMMENT '表名 | Name of the table, with its schema',
  column_name STRING NOT NULL COMMENT '列名（空串表示该表本身） | Name of the column | | empty for the row of the table itself',
  position INT NOT NULL COMMENT '列序号 | Position of the column, from 1 | | 0 for the row of the table itself',
  data_type STRING NOT NULL COMMENT '数据类型 | Data type | | empty for the row of the table itself',
  description_zh STRING NOT NULL COMMENT '中文说明 | Description in Chinese',
  description_en STRING NOT NULL COMMENT '英文说明 | Description in English',
  unit STRING COMMENT '计量单位 | Unit',
  definition STRING COMMENT '口径定义 | Definition'
)
USING delta
COMMENT '数据字典：每个表及其每一列一行 | Data dictionary: one row per table and per column'
TBLPROPERTIES (
  'tongqi.schema' = '1',
  'delta.enableDeletionVectors' = 'false',
  'delta.dataSkippingNumIndexedCols' = '0'
)
