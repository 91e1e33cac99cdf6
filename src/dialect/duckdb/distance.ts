/** Text such as `GMT+2` or `+0530` as an interval. */
export function distance(zone: string): string {
  const part = (expression: string): string => `regexp_extract(${zone}, '${expression.replaceAll('?', '\\?')}', 1)`
  const hours = part('[+-]([0-9]{1,2})')
  // Two digits alone are hours.
  const minutes = part('(?:[0-9]:|[0-9]{2}:?)([0-9]{1,2})$')
  return `to_minutes((case when contains(${zone}, '-') then -1 else 1 end) * (${hours}::int * 60 + coalesce(try_cast(${minutes} as int), 0)))`
}
