CREATE TABLE silver.categories (
  category STRING NOT NULL COMMENT '案由（警情类别）编码 | Category code',
  category_group STRING NOT NULL COMMENT '类别组编码 | Category group code | | groups overlap: never add them up'
)
USING delta
COMMENT '类别归组：每个类别与类别组的归属关系一行 | Categories: one row per membership of a category in a group'
TBLPROPERTIES (
  'tongqi.schema' = '1',
  'delta.enableDeletionVectors' = 'false',
  'delta.dataSkippingNumIndexedCols' = '0'
)
