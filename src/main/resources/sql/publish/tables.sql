CREATE TABLE IF NOT EXISTS published_release (
  release_id text PRIMARY KEY,
  as_of date NOT NULL,
  known_at date NOT NULL,
  years integer NOT NULL,
  force_code text NOT NULL,
  force_name_zh text NOT NULL,
  force_name_en text NOT NULL,
  published_at timestamptz NOT NULL
);
COMMENT ON TABLE published_release IS '当前发布：本模式各表所属的发布，仅一行 | The release that all tables of this schema belong to: one row';
COMMENT ON COLUMN published_release.release_id IS '发布编号 | Release';
COMMENT ON COLUMN published_release.as_of IS '统计截止日 | Last day counted | day | the day every window is derived from';
COMMENT ON COLUMN published_release.known_at IS '数据知悉日 | Day up to which records are known | day | never before as_of';
COMMENT ON COLUMN published_release.years IS '比较年数 | Years compared, the current one included';
COMMENT ON COLUMN published_release.force_code IS '公安机关编码 | Code of the force';
COMMENT ON COLUMN published_release.force_name_zh IS '公安机关中文名称 | Chinese name of the force';
COMMENT ON COLUMN published_release.force_name_en IS '公安机关英文名称 | English name of the force';
COMMENT ON COLUMN published_release.published_at IS '发布时间 | Time at which it was published here';
CREATE TABLE IF NOT EXISTS published_days (
  as_of date PRIMARY KEY,
  content text NOT NULL
);
COMMENT ON TABLE published_days IS '已发布的截止日：每个截止日一行 | Days published: one row per last day counted';
COMMENT ON COLUMN published_days.as_of IS '统计截止日 | Last day counted | day';
COMMENT ON COLUMN published_days.content IS '内容哈希值 | Hash of what its rows come from | | a day with the same hash is not written again';
