-- Grain: source, measure, station (null: all), first_day. The silences too long to be chance.
SELECT source, station, doubt.*
FROM silences
LATERAL VIEW explode(doubts) AS doubt
