import type * as aggregates from './aggregate.ts'
import type * as arrays from './array.ts'
import type * as arrayChanges from './array-changes.ts'
import type * as bitwise from './bitwise.ts'
import type * as characters from './characters.ts'
import type * as conditionals from './conditional.ts'
import type * as dates from './date.ts'
import type * as datesAsText from './date-text.ts'
import type * as encodings from './encoding.ts'
import type * as epochs from './epoch.ts'
import type * as formats from './format.ts'
import type * as gathers from './gather.ts'
import type * as hash from './hash.ts'
import type * as jsons from './json.ts'
import type * as maps from './map.ts'
import type * as maths from './math.ts'
import type * as nullness from './nullness.ts'
import type * as numeric from './numeric.ts'
import type * as percentiles from './percentile.ts'
import type * as picks from './pick.ts'
import type * as randoms from './random.ts'
import type * as regexes from './regex.ts'
import type * as searches from './search.ts'
import type * as statistics from './statistic.ts'
import type * as strings from './string.ts'
import type * as structs from './struct.ts'
import type * as timestamps from './timestamp.ts'
import type * as trigonometry from './trigonometry.ts'
import type * as trials from './try.ts'
import type * as windows from './window.ts'
import type * as zones from './zone.ts'

/** Faces that are not functions of their own: they make other expressions, or become constants. */
type NotSpelled =
  | 'createMap'
  | 'struct'
  | 'jsonTuple'
  | 'cardinality'
  | 'arraySize'
  | 'col'
  | 'lit'
  | 'when'
  | 'isnull'
  | 'groupingId'
  | 'currentTimestamp'
  | 'currentDate'
  | 'sign'
  | 'stddevSamp'
  | 'varSamp'
  | 'ucase'
  | 'lcase'
  | 'charLength'
  | 'characterLength'
  | 'btrim'
  | 'substr'
  | 'char'
  | 'position'
  | 'startswith'
  | 'endswith'
  | 'printf'
  | 'toVarchar'
  | 'regexp'
  | 'regexpLike'
  | 'e'
  | 'pi'
  | 'positive'
  | 'negative'
  | 'ceiling'
  | 'power'
  | 'shiftleft'
  | 'shiftright'
  | 'shiftrightunsigned'
  | 'bitGet'
  | 'sha'
  | 'nvl'
  | 'ifnull'
  | 'nvl2'
  | 'isnotnull'
  | 'equalNull'
  | 'nullifzero'
  | 'zeroifnull'
  | 'assertTrue'
  | 'tryDivide'
  | 'tryMod'
  | 'day'
  | 'dateDiff'
  | 'dateadd'
  | 'datePart'
  | 'datepart'
  | 'extract'
  | 'dayname'
  | 'monthname'
  | 'unixDate'
  | 'dateFromUnixDate'
  | 'fromUnixtime'
  | 'toTimestampLtz'
  | 'toUnixTimestamp'
  | 'convertTimezone'
  | 'mean'
  | 'every'
  | 'some'
  | 'std'
  | 'firstValue'
  | 'lastValue'
  | 'anyValue'
  | 'arrayAgg'
  | 'stringAgg'
  | 'stringAggDistinct'
  | 'approxPercentile'
  | 'median'

/** The functions that a dialect must spell, by family: a file of faces here is a file of spellings there. */
export interface FunctionsOf {
  /** What the methods of Column stand for. */
  operator:
    | 'eq'
    | 'ne'
    | 'gt'
    | 'gte'
    | 'lt'
    | 'lte'
    | 'eqNullSafe'
    | 'between'
    | 'isNull'
    | 'isNotNull'
    | 'plus'
    | 'minus'
    | 'times'
    | 'div'
    | 'mod'
    | 'like'
    | 'contains'
    | 'startsWith'
    | 'endsWith'
    | 'nanToNull'
    | 'ofFrame'
    | 'fraction'
    | 'rlike'
    | 'ilike'
    | 'bitwiseAND'
    | 'bitwiseOR'
    | 'bitwiseXOR'
    | 'getItem'
  conditional: Exclude<keyof typeof conditionals, NotSpelled>
  characters: Exclude<keyof typeof characters, NotSpelled>
  format: Exclude<keyof typeof formats, NotSpelled>
  regex: Exclude<keyof typeof regexes, NotSpelled | FunctionsOf['operator']>
  search: Exclude<keyof typeof searches, NotSpelled | FunctionsOf['operator']>
  string: Exclude<keyof typeof strings, NotSpelled>
  math: Exclude<keyof typeof maths, NotSpelled>
  /** With what `datePart` is made of where no function of users says it. */
  date: Exclude<keyof typeof dates, NotSpelled> | 'yearOfWeek' | 'exactSecond'
  dateText: Exclude<keyof typeof datesAsText, NotSpelled>
  encoding: Exclude<keyof typeof encodings, NotSpelled>
  epoch: Exclude<keyof typeof epochs, NotSpelled>
  timestamp: Exclude<keyof typeof timestamps, NotSpelled>
  zone: Exclude<keyof typeof zones, NotSpelled>
  random: Exclude<keyof typeof randoms, NotSpelled>
  aggregate: Exclude<keyof typeof aggregates, NotSpelled>
  statistic: Exclude<keyof typeof statistics, NotSpelled>
  pick: Exclude<keyof typeof picks, NotSpelled>
  /** A list of shares gives a list. */
  percentile: Exclude<keyof typeof percentiles, NotSpelled> | 'percentiles' | 'percentilesApprox'
  gather: Exclude<keyof typeof gathers, NotSpelled>
  array: Exclude<keyof typeof arrays, NotSpelled>
  arrayChanges: Exclude<keyof typeof arrayChanges, NotSpelled>
  trigonometry: Exclude<keyof typeof trigonometry, NotSpelled>
  bitwise: Exclude<keyof typeof bitwise, NotSpelled>
  numeric: Exclude<keyof typeof numeric, NotSpelled>
  hash: Exclude<keyof typeof hash, NotSpelled>
  /** `jsonMember` is what `jsonTuple` asks for. */
  json: Exclude<keyof typeof jsons, NotSpelled> | 'jsonMember'
  map: Exclude<keyof typeof maps, NotSpelled>
  struct: Exclude<keyof typeof structs, NotSpelled>
  nullness: Exclude<keyof typeof nullness, NotSpelled>
  try: Exclude<keyof typeof trials, NotSpelled>
  window: Exclude<keyof typeof windows, NotSpelled>
}

export type Family = keyof FunctionsOf

/** Every function that a dialect must spell. */
export type FunctionName = FunctionsOf[Family]
