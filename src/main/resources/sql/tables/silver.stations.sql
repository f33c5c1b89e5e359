CREATE TABLE silver.stations (
  station STRING NOT NULL COMMENT '派出所编码 | Station code',
  valid_from DATE NOT NULL COMMENT '生效日 | First day of validity | day',
  valid_to DATE COMMENT '失效日 | Last day of validity, inclusive | day | null: still valid',
  name_zh STRING NOT NULL COMMENT '派出所中文名称 | Chinese name of the station',
  name_en STRING NOT NULL COMMENT '派出所英文名称 | English name of the station',
  district STRING NOT NULL COMMENT '分局（辖区）编码 | District code',
  successor STRING COMMENT '承接单位编码 | Station that took over on closure | | null: open, or closed without a successor',
  area STRING NOT NULL COMMENT '现行归属单位 | Station area shown today | | its last successor, else itself; CODE@valid_from for an earlier holder of a reused code'
)
USING delta
COMMENT '派出所：每个派出所的每个有效期一行 | Stations: one row per station and period of validity'
TBLPROPERTIES (
  'tongqi.schema' = '1',
  'delta.constraints.validity_in_order' = "coalesce(valid_from <= valid_to, true)",
  'delta.enableDeletionVectors' = 'false',
  'delta.dataSkippingNumIndexedCols' = '0'
)
