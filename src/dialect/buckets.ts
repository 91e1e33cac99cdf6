/**
 * The bucket of `width_bucket`, which engines have with other rules or not at all: NULL where count or bounds make no
 * buckets.
 *
 * @param whole the dialect's type of long
 * @param known whether $1 is no NaN
 */
export const bucket = (whole: string, known: string): string =>
  `case when $4 <= 0 or $2 = $3 or not (${known}) or not (abs($2) <= 1.7976931348623157e308) or not (abs($3) <= 1.7976931348623157e308) then null when $1 is null or $2 is null or $3 is null or $4 is null then null when ($2 < $3 and $1 < $2) or ($2 > $3 and $1 > $2) then 0 when ($2 < $3 and $1 >= $3) or ($2 > $3 and $1 <= $3) then $4 + 1 else cast(floor($4 * ($1 - $2) / ($3 - $2)) as ${whole}) + 1 end`
