import { type Reading, readingOf } from '../functions/date-patterns/reading.ts'
import { type SqlType, types } from '../plan/type.ts'
import type { Fragment } from './fragment.ts'
import type { SpelledCall } from './spelling.ts'

type OnError = 'raise' | 'null'

/** What a dialect knows that reads dates and times from text. */
interface Reader {
  readonly cast: (operand: Fragment, from: SqlType, to: SqlType, onError: OnError) => Fragment
  /** Text by a pattern, as a timestamp; text that is not of that form raises or is NULL. */
  readonly parse: (text: Fragment, reading: Reading, onError: OnError) => Fragment
  /** Whole seconds since 1970 of a timestamp, cut toward zero. */
  readonly seconds: (moment: Fragment) => Fragment
}

/** The functions that read a moment from text, by a pattern or as a cast does, and take what is one as it is. */
export function momentReaders({ cast, parse, seconds }: Reader) {
  const become = (operand: Fragment, from: SqlType, to: SqlType, onError: OnError): Fragment =>
    from.kind === to.kind ? operand : cast(operand, from, to, onError)
  const reads =
    (to: SqlType, onError: OnError) =>
    ([operand]: readonly Fragment[], { types: [from = types.string], literals: [, pattern] }: SpelledCall): Fragment =>
      from.kind === 'string' && typeof pattern === 'string'
        ? become(parse(operand as Fragment, readingOf(pattern, 'toTimestamp'), onError), types.timestamp, to, onError)
        : become(operand as Fragment, from, to, onError)
  const toTimestamp = reads(types.timestamp, 'raise')
  return {
    toDate: reads(types.date, 'raise'),
    tryToDate: reads(types.date, 'null'),
    toTimestamp,
    tryToTimestamp: reads(types.timestamp, 'null'),
    unixTimestamp: (args: readonly Fragment[], call: SpelledCall): Fragment => seconds(toTimestamp(args, call)),
  }
}
