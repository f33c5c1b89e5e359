-- Grain: area, activity, period.
-- Flows: what was done on the days of the period. Stocks: of each station that is open on the period's last day the last
-- level held on or before it. Stations add up to their district and to the force, which has what is told of it besides.
WITH
days AS (SELECT * FROM activity_days),
calendar AS (SELECT day, segment FROM calendar),
segments AS (SELECT segment, period, last_segment FROM period_segments),
ends AS (
  SELECT DISTINCT segments.period, segments.last_segment, periods.last_day
  FROM segments
  JOIN periods ON periods.period = segments.period
),
areas AS (
  SELECT own.area, explode(array_distinct(array(own.area, own.parent, parents.parent))) AS counting
  FROM areas AS own
  JOIN areas AS parents ON parents.area = own.parent
),
done AS (
  SELECT days.area, days.activity, calendar.segment, sum(days.quantity) AS quantity
  FROM days
  JOIN calendar ON calendar.day = days.day
  WHERE days.activity_type = 'flow'
  GROUP BY ALL
),
levels AS (
  SELECT
    days.area,
    days.station,
    days.held_from,
    days.closed_on,
    days.activity,
    coalesce(calendar.segment, 0) AS segment,
    max(struct(days.day, days.quantity)) AS level
  FROM days
  LEFT JOIN calendar ON calendar.day = days.day
  WHERE days.activity_type = 'stock'
  GROUP BY ALL
),
held AS (
  SELECT levels.area, levels.activity, ends.period, max(levels.level).quantity AS quantity
  FROM levels
  JOIN ends ON levels.segment <= ends.last_segment AND coalesce(levels.closed_on >= ends.last_day, true)
  GROUP BY levels.area, levels.station, levels.held_from, levels.activity, ends.period
),
told AS (
  SELECT done.area, done.activity, segments.period, done.quantity
  FROM done
  JOIN segments ON segments.segment = done.segment
  UNION ALL
  SELECT area, activity, period, quantity FROM held
)
SELECT /*+ BROADCAST(areas) */ areas.counting AS area, told.activity, told.period, sum(told.quantity) AS quantity
FROM told
JOIN areas ON areas.area = told.area
GROUP BY ALL
