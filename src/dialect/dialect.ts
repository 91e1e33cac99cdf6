import type { DialectName } from '../plan/dialect-name.ts'
import type { Direction, LiteralValue, NullsOrder } from '../plan/expression.ts'
import type { Fields } from '../plan/schema.ts'
import type { SqlType } from '../plan/type.ts'
import type { Booleans } from './booleans.ts'
import type { Capabilities } from './capabilities.ts'
import type { Ddl } from './ddl.ts'
import type { Fragment } from './fragment.ts'
import type { SpellingTable } from './spelling.ts'

/** How the elements of an array, or of a JSON document that is one, are joined to the row that holds them. */
export interface Elements {
  /** `join …`, under a quoted alias; a row without elements stays if `outer`. `position` says whether places are asked for. */
  join(
    array: Fragment,
    type: SqlType,
    how: { readonly alias: string; readonly outer: boolean; readonly position: boolean },
  ): Fragment
  /** An element's place, from 0. */
  position(alias: string): Fragment
  /** An element, of the type `type` in an array of the type `array`. */
  value(alias: string, type: SqlType, array: SqlType): Fragment
}

/** How one database writes what the compiler asks for. Pure: no connection, hardly any control flow. */
export interface Dialect {
  /** As in `Engine.dialect`. */
  readonly name: DialectName
  /** What people call it. */
  readonly title: string
  /** The words before a query that ask for its plan. */
  readonly explain: string
  /** What the engine can say by itself; the rest is said with other steps. */
  readonly capabilities: Capabilities
  readonly functions: SpellingTable
  /** Names, declared types: what writing needs too. */
  readonly ddl: Ddl
  readonly booleans: Booleans
  /** A literal; `bare` where its surroundings tell the engine its type. */
  literal(value: LiteralValue, type: SqlType, bare: boolean): Fragment
  /** A value as the driver binds it. @throws InvalidValue naming the column where the type cannot hold it. */
  encode(value: unknown, type: SqlType, column: string): unknown
  /** A value as the driver gave it, as its JavaScript type. @throws UnsafeInteger, ValueOutOfRange naming the column. */
  decode(raw: unknown, type: SqlType, column: string): unknown
  /** `cast`, raising or giving NULL for a value that the type cannot hold. */
  cast(operand: Fragment, from: SqlType, to: SqlType, onError: 'raise' | 'null'): Fragment
  /** `operand in (…)`, many values as one binding. */
  isIn(operand: Fragment, values: readonly LiteralValue[], type: SqlType): Fragment
  /** The operand in the order of code points, where that is not the engine's own. */
  byCodePoint(operand: Fragment): Fragment
  /** By what rows are grouped and partitioned: the operand, where the engine's equality is the program's. */
  exactKey(operand: Fragment, type: SqlType): Fragment
  /** One key of ORDER BY. */
  sortKey(
    key: Fragment,
    term: {
      readonly type: SqlType
      readonly nullable: boolean
      readonly direction: Direction
      readonly nulls: NullsOrder
    },
  ): Fragment
  /** The elements of arrays as rows. */
  readonly elements: Elements
  /** A query, or a function in FROM, that gives the rows of createDataFrame: all of them travel as one binding. */
  values(fields: Fields, rows: readonly (readonly unknown[])[]): Fragment
  /** A query whose column `id` counts from `start` by `step`; no number of it is beyond a long. */
  range(numbers: { readonly start: bigint; readonly step: bigint; readonly count: bigint }): Fragment
}
