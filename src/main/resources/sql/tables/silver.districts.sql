CREATE TABLE silver.districts (
  district STRING NOT NULL COMMENT '分局（辖区）编码 | District code',
  name_zh STRING NOT NULL COMMENT '分局（辖区）中文名称 | Chinese name of the district',
  name_en STRING NOT NULL COMMENT '分局（辖区）英文名称 | English name of the district',
  comparable_from DATE COMMENT '可比起始日 | First day whose figures can be compared | day | null: always comparable'
)
USING delta
COMMENT '分局（辖区）：每个分局一行 | Districts: one row per district'
TBLPROPERTIES (
  'tongqi.schema' = '1',
  'delta.enableDeletionVectors' = 'false',
  'delta.dataSkippingNumIndexedCols' = '0'
)
