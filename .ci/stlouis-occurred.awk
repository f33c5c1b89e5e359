# Counts what occurred from January to June of each year, straight from the files: category, year, sum of Count; and the
# rows without a known day, which bear 1 January 1900, as year "unknown". Reads all files, each with its own header.
BEGIN { FS = "," }
$1 == "Complaint" || /^.?.?.?"?Complaint/ {
  for (i = 1; i <= NF; i++) {
    name = $i
    gsub(/[" \r]/, "", name)
    column[name] = i
  }
  next
}
{
  split($column["DateOccur"], date, /[\/ ]/)
  category = int($column["Crime"] / 10000)
  count = $column["Count"] + 0
  if (date[3] == 1900) sums[category, "unknown"] += count
  else if (date[1] + 0 <= 6) sums[category, date[3]] += count
}
END {
  for (key in sums) {
    split(key, part, SUBSEP)
    print part[1] "," part[2] "," sums[key]
  }
}
