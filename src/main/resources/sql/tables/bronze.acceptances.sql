CREATE TABLE bronze.acceptances (
  batch_id STRING NOT NULL COMMENT '批次编号 | Batch that is taken in although a rule of shares refuses it',
  source STRING NOT NULL COMMENT '数据来源 | Source, as its mapping names it',
  accepted_at TIMESTAMP NOT NULL COMMENT '准予时间 | Time at which it was accepted',
  accepted_by STRING NOT NULL COMMENT '准予人 | Account of whoever accepted it',
  because STRING NOT NULL COMMENT '准予理由 | Why, in their own words'
)
USING delta
COMMENT '准予接收：每次准予一行 | Acceptances: one row per batch that was accepted in spite of the rules of shares'
TBLPROPERTIES (
  'tongqi.schema' = '1',
  'delta.constraints.because_told' = "trim(because) <> ''",
  'delta.enableDeletionVectors' = 'false',
  'delta.dataSkippingNumIndexedCols' = '0'
)
