-- Grain: source, measure, station, category_group, first_day: an unbroken run of days in one state for one reason.
-- What came of the days that a source has said it answers for: unknown where no file is delivered, doubtful where the
-- source was silent, open where a rejected line may belong to the day, else covered.
WITH
days AS (SELECT * FROM coverage_days),
longest AS (SELECT source, longest_first_day, longest_last_day FROM silences WHERE station IS NULL),
lasting AS (SELECT source, station, silent_since FROM silences WHERE station IS NOT NULL),
starts AS (
  SELECT
    *,
    explode(array_distinct(filter(
      concat(
        array(first_day),
        transform(unknown, it -> it.first_day),
        transform(doubtful, it -> it.first_day),
        transform(open, it -> it.first_day),
        transform(unknown, it -> date_add(least(it.last_day, last_day), 1)),
        transform(doubtful, it -> date_add(it.last_day, 1)),
        transform(open, it -> date_add(least(it.last_day, last_day), 1))),
      it -> it BETWEEN first_day AND last_day))) AS start
  FROM days
),
found AS (
  SELECT
    *,
    filter(unknown, it -> start BETWEEN it.first_day AND it.last_day) AS gaps,
    try_element_at(filter(doubtful, it -> start BETWEEN it.first_day AND it.last_day), 1) AS doubt
  FROM starts
),
states AS (
  SELECT
    *,
    CASE
      WHEN size(gaps) > 0 THEN 'unknown'
      WHEN doubt IS NOT NULL THEN 'doubtful'
      WHEN exists(open, it -> start BETWEEN it.first_day AND it.last_day) THEN 'open'
      ELSE 'covered'
    END AS state,
    array_sort(array_distinct(array_compact(transform(gaps, it -> it.category)))) AS categories
  FROM found
),
changes AS (
  SELECT
    *,
    struct(state, categories, IF(state = 'doubtful', doubt, NULL)) AS this,
    lag(struct(state, categories, IF(state = 'doubtful', doubt, NULL))) OVER run AS before
  FROM states
  WINDOW run AS (PARTITION BY source, measure, station, category_group, first_day ORDER BY start)
)
SELECT
  source,
  measure,
  station,
  category_group,
  start AS first_day,
  coalesce(
    date_sub(lead(start) OVER (PARTITION BY source, measure, station, category_group, first_day ORDER BY start), 1),
    last_day) AS last_day,
  state,
  CASE state
    WHEN 'unknown' THEN concat('没有收到覆盖这些日期的文件', IF(size(categories) > 0, concat('，类别：', array_join(categories, '、')), ''))
    WHEN 'doubtful' THEN concat('仅有 ', doubt.rows, ' 行，而按前后各一年应约有 ', CAST(round(doubt.expected) AS BIGINT), ' 行，不像偶然；若属实，请在映射的 quiet 中说明')
    WHEN 'open' THEN '有被拒收、尚待处理的数据行可能属于这些日期'
  END AS reason_zh,
  CASE state
    WHEN 'unknown' THEN concat('no file that covers these days is delivered', IF(size(categories) > 0, concat(' for the category ', array_join(categories, ', ')), ''))
    WHEN 'doubtful' THEN concat(doubt.rows, ' rows where the year before and the year after let expect about ', CAST(round(doubt.expected) AS BIGINT), ', too few to be chance; if it is true, say so under quiet in the mapping')
    WHEN 'open' THEN 'a rejected line that is still open may belong to these days'
  END AS reason_en,
  longest_first_day AS longest_silence_first_day,
  longest_last_day AS longest_silence_last_day,
  silent_since
FROM changes
LEFT JOIN longest USING (source)
LEFT JOIN lasting USING (source, station)
WHERE this IS DISTINCT FROM before
