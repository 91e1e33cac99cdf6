const escaped = (expression: string): string => `'${expression.replaceAll('?', '\\?')}'`

/** Text such as `GMT+2` or `+0530` as an interval, which PostgreSQL reads of `+2:00`, `+05:30`. */
export const distance = (zone: string): string =>
  `regexp_replace(regexp_replace(${zone}, ${escaped('^[A-Z]*([+-][0-9]{1,2})$')}, '\\1:00'), ${escaped('^[A-Z]*([+-][0-9]{1,2}):?([0-9]{1,2})$')}, '\\1:\\2')::interval`
