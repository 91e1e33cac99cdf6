import { ValueOutOfRange } from '../../errors/index.ts'
import { arrayFunctions } from './array-functions.ts'
import { arraySetFunctions } from './array-set-functions.ts'
import { byteFunctions } from './byte-functions.ts'
import { characterFunctions } from './character-functions.ts'
import { dateFunctions } from './date-functions.ts'
import { dateTextFunctions } from './date-text-functions.ts'
import { digitFunctions } from './digit-functions.ts'
import { documentFunctions } from './document-functions.ts'
import { encodingFunctions } from './encoding-functions.ts'
import { formatFunctions } from './format-functions.ts'
import { jsonFunctions } from './json-functions.ts'
import { mapFunctions } from './map-functions.ts'
import { momentFunctions } from './moment-functions.ts'
import { numberFunctions } from './number-functions.ts'
import { realFunctions } from './real-functions.ts'
import { regexFunctions } from './regex-functions.ts'
import { searchFunctions } from './search-functions.ts'
import { textFunctions } from './text-functions.ts'
import { zoneFunctions } from './zone-functions.ts'

/** What better-sqlite3 hands to a function of ours: integers as bigint. */
export type SqliteValue = bigint | number | string | Uint8Array | null

export interface SqliteFunction {
  readonly name: string
  readonly options: {
    /** The same arguments give the same answer: SQLite may then evaluate once, and may use it in an index. */
    readonly deterministic: boolean
  }
  readonly fn: (...args: SqliteValue[]) => SqliteValue
}

/**
 * Functions that every SQLite connection of ours gets, since SQLite has none of its own that would do.
 * All return NULL for NULL. Other programs that open the file do not have them.
 */
export const sqliteFunctions: readonly SqliteFunction[] = [
  ...textFunctions,
  ...searchFunctions,
  ...characterFunctions,
  ...formatFunctions,
  ...regexFunctions,
  ...numberFunctions,
  ...realFunctions,
  ...digitFunctions,
  ...byteFunctions,
  ...encodingFunctions,
  ...dateFunctions,
  ...momentFunctions,
  ...dateTextFunctions,
  ...zoneFunctions,
  ...jsonFunctions,
  ...documentFunctions,
  ...mapFunctions,
  ...arrayFunctions,
  ...arraySetFunctions,
  {
    // The one way to raise inside an expression. Not deterministic, or SQLite would run it while preparing.
    name: 'millrace_raise',
    options: { deterministic: false },
    fn: (message) => {
      throw new ValueOutOfRange(message === null ? 'a value does not fit its type' : String(message))
    },
  },
]
