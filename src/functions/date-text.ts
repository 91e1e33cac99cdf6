/** Dates and times as text by pattern, and read from text. */
import type { Like, Result } from '../column/aggregate.ts'
import type { Column, ColumnOf } from '../column/column.ts'
import { columnArgument, toColumn } from '../column/expression-column.ts'
import type { SqlDate, Text } from '../column/values.ts'
import { call, literal } from '../plan/expression.ts'
import { type SqlType, types } from '../plan/type.ts'
import { isTemporal } from '../plan/type-rules.ts'
import { constantText } from './constant.ts'
import type { Moments } from './date.ts'
import { readingOf } from './date-patterns/reading.ts'
import { writtenPieces } from './date-patterns/writing.ts'
import { scalar } from './define.ts'
import type { Argument } from './entry.ts'
import { instant, optional, type Parameter, written } from './parameter.ts'

type Readable = ColumnOf<Date | SqlDate | Text | null>
/** By pattern it reads text; what is a moment already has no pattern. */
type Read<V> = <C extends Readable>(from: C, pattern?: string) => Result<C, V>

/** The pattern that is meant where none is given. */
const USUAL = 'yyyy-MM-dd HH:mm:ss'

const pattern = written('a pattern')

/**
 * A moment as text, in UTC and in English.
 *
 * Patterns are Spark's: `yyyy` year, `MM` month (`MMM` Feb, `MMMM` February), `dd` day, `D` day of the year, `E` and
 * `EEEE` day of the week, `Q` quarter, `HH` hour (`hh` with `a` for AM and PM), `mm`, `ss`, `SSS` fraction of a second,
 * `XXX` the zone; one letter is a number without zeros before it, and text stands between apostrophes.
 *
 * @throws UnsupportedOnDialect for letters that are not among them, with the list.
 * @example dateFormat(o.placed_at, 'EEE, d MMM yyyy') // Thu, 29 Feb 2024
 */
export const dateFormat: <C extends Moments>(moment: C, pattern: string) => Result<C, string> = scalar('dateFormat', {
  takes: [instant, pattern],
  gives: ([, pattern]) => {
    writtenPieces(String(pattern?.literal), 'dateFormat')
    return types.string
  },
})

/** A number of seconds since 1970 as text, by pattern; NULL for NaN and infinities. @example fromUnixtime(e.seconds, 'yyyy-MM-dd') */
export function fromUnixtime<C extends ColumnOf<number | null>>(
  seconds: C,
  pattern: string = USUAL,
): Like<C, string | null> {
  const moment = call('timestampSeconds', [columnArgument(seconds, 'fromUnixtime')])
  return toColumn(call('dateFormat', [moment, literal(constantText(pattern, 'fromUnixtime'), types.string)]))
}

/** A date or timestamp as it is, or text that is one. */
const readable: Parameter = {
  what: 'a date, timestamp or string',
  accepts: (type) => isTemporal(type) || type.kind === 'string',
  fallback: types.string,
}

/** What reads text, with a pattern or without; what is a moment already is taken as it is. */
const reading = (fn: string, gives: SqlType) => ({
  takes: [readable, optional(pattern)],
  gives: ([from, pattern]: readonly Argument[]): SqlType => {
    if (from?.type.kind === 'string' && pattern !== undefined) readingOf(String(pattern.literal), fn)
    return gives
  },
})
const trying = (fn: string, gives: SqlType) => ({ ...reading(fn, gives), nulls: 'always' as const })

/**
 * The day of a moment in UTC, or of text: `2024-02-29` and what else `cast('date')` reads, or as the pattern says. Text
 * that is no date raises.
 *
 * @example toDate(r.day, 'dd/MM/yyyy') // 29/02/2024 → 2024-02-29
 */
export const toDate: Read<SqlDate> = scalar('toDate', reading('toDate', types.date))
/** `toDate` that is NULL for text that is no date. */
export const tryToDate: Read<SqlDate | null> = scalar('tryToDate', trying('tryToDate', types.date))
/**
 * A moment from a date (its midnight in UTC), or from text: what `cast('timestamp')` reads, or as the pattern says. Text
 * that is none raises. Months and AM may be written in any case, the digits must be those of the pattern.
 *
 * @example toTimestamp(r.at, "yyyy-MM-dd'T'HH:mm:ss[.SSS]XXX")
 */
export const toTimestamp: Read<Date> = scalar('toTimestamp', reading('toTimestamp', types.timestamp))
/** `toTimestamp` by its other name. */
export const toTimestampLtz: Read<Date> = toTimestamp
/** `toTimestamp` that is NULL for text that is no moment. */
export const tryToTimestamp: Read<Date | null> = scalar('tryToTimestamp', trying('tryToTimestamp', types.timestamp))

interface UnixTimestamp {
  (): Column<number>
  <C extends Moments>(moment: C): Result<C, number>
  <C extends ColumnOf<Text | null>>(text: C, pattern?: string): Result<C, number>
}
const unixTimestampOf = scalar('unixTimestamp', reading('unixTimestamp', types.long))
/**
 * Whole seconds since 1970 of a moment, or of text by pattern (default `yyyy-MM-dd HH:mm:ss`; other text raises), cut
 * toward zero, where `unixSeconds` cuts downward. Without arguments: of the instant of the run.
 *
 * @example unixTimestamp(r.day, 'yyyy-MM-dd') // 2024-02-29 → 1709164800
 */
export const unixTimestamp: UnixTimestamp = (from?: unknown, pattern: string = USUAL) =>
  from === undefined ? toColumn(call('unixSeconds', [call('currentTimestamp', [])])) : unixTimestampOf(from, pattern)
/** `unixTimestamp` by its other name. */
export const toUnixTimestamp: UnixTimestamp = unixTimestamp
