-- Grain: fact, that is vintage, window, year, area_level, area, category_group.
-- Every figure that there has to be, whether or not anything happened, with its coverage.
SELECT /*+ BROADCAST(cells, cuts, carried, open_facts) */
  cells.cell + cuts.place AS fact,
  cuts.vintage,
  cuts.`window`,
  cuts.year,
  cells.area_level,
  cells.area,
  cells.category_group,
  cuts.days,
  coalesce(open_facts.lines_in_quarantine, 0) AS lines_in_quarantine,
  carried.days_covered / cuts.days AS coverage,
  carried.*
FROM cells
CROSS JOIN cuts
JOIN carried ON carried.ground = cells.ground AND carried.place = cuts.place
LEFT JOIN open_facts ON open_facts.fact = cells.cell + cuts.place
WHERE cuts.vintage = 'latest' OR cells.area_level <> 'station'
