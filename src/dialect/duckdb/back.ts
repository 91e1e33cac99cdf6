import { type Fragment, fill } from '../fragment.ts'
import { overWindow, type Spelling, spell } from '../spelling.ts'
import { duckdbType, typed } from './casts.ts'

/** Brings a wider result of DuckDB's back to the type it has in Spark; out of range it raises. */
export const back =
  (spelling: Spelling): Spelling =>
  (args, call) => {
    const written = overWindow(spell(spelling, args, call), call)
    return call.type.kind === 'long' || call.type.kind === 'decimal' ? typed(written, duckdbType(call.type)) : written
  }

/** A function whose whole-number result DuckDB makes a bigint. */
export const asInt =
  (template: string) =>
  (args: readonly Fragment[]): Fragment =>
    typed(fill(template, args), 'int')
