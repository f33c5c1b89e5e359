CREATE TABLE silver.groups (
  category_group STRING NOT NULL COMMENT '类别组编码 | Category group code | | groups overlap: never add them up',
  name_zh STRING NOT NULL COMMENT '类别组中文名称 | Chinese name of the category group',
  name_en STRING NOT NULL COMMENT '类别组英文名称 | English name of the category group',
  comparable_from DATE COMMENT '可比起始日 | First day whose figures can be compared | day | null: always comparable'
)
USING delta
COMMENT '类别组：每个类别组一行 | Category groups: one row per group'
TBLPROPERTIES (
  'tongqi.schema' = '1',
  'delta.enableDeletionVectors' = 'false',
  'delta.dataSkippingNumIndexedCols' = '0'
)
