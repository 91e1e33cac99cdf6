/** Regular expressions of text that Spark's casts accept, each as a literal of SQL. */
export interface CastPatterns {
  readonly integer: string
  readonly number: string
  /** In any case of letters. */
  readonly specialNumber: string
  readonly moment: string
  readonly day: string
  /** The text `$1`, but a year or month alone is its first day. */
  readonly wholeDay: string
}

/** @param expression writes a pattern as the dialect's literal */
export function castPatterns(expression: (source: string) => string): CastPatterns {
  return {
    integer: expression('^\\s*[+-]?\\d+\\s*$'),
    number: expression('^\\s*[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?\\s*$'),
    specialNumber: expression('^\\s*([+-]?(infinity|inf)|nan)\\s*$'),
    moment: expression(
      '^\\s*\\d{4}(-\\d{1,2}(-\\d{1,2}([ T](([01]?\\d|2[0-3])(:[0-5]?\\d(:[0-5]?\\d(\\.\\d*)?)?)?\\s*(Z|UTC|[+-]\\d{1,2}(:?\\d{2})?)?)?)?)?)?\\s*$',
    ),
    day: expression('^\\s*\\d{4}(-\\d{1,2}(-\\d{1,2}([ T].*)?)?)?\\s*$'),
    wholeDay: `regexp_replace(regexp_replace($1, ${expression('^\\s*(\\d{4})\\s*$')}, '\\1-01-01'), ${expression('^\\s*(\\d{4}-\\d{1,2})\\s*$')}, '\\1-01')`,
  }
}
