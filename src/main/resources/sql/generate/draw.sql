-- A whole number from 0 up to but not including bound, for one choice about one incident: the same on every machine,
-- and like the throw of a die from incident to incident and from choice to choice.
CREATE OR REPLACE TEMPORARY FUNCTION draw(number BIGINT, choice STRING, bound BIGINT)
RETURNS BIGINT
RETURN pmod(xxhash64(number, choice), bound)
