/** Whether a column of the database can be read as the type that a program says it has. */
import { type SqlType, sameType } from '../plan/type.ts'
import { isIntegral } from '../plan/type-rules.ts'
import type { Ddl } from './ddl.ts'

/** What columns say that have digits of any number: PostgreSQL's bare `numeric`. */
const ANY_DIGITS = { precision: 38, scale: 18 }

/**
 * Types read as each other where every value of the column is one of the declared type, or says so by an error: whole
 * numbers of any width, floats, decimals with no more digits behind the point. Everything else would have other values
 * than the program means, or SQL that means something else. Columns that hold what they are given tell by what they store.
 *
 * @param found the type in the catalogue; what nobody knows is what the program says
 */
export function readsAs(declared: SqlType, found: SqlType, ddl: Ddl): boolean {
  if (found.kind === 'unknown' || sameType(declared, found) || sameType(ddl.heldAs(declared), found)) return true
  if (ddl.storedAs !== undefined) return ddl.storedAs(declared) === ddl.storedAs(found)
  if (declared.kind === 'array' && found.kind === 'array') return readsAs(declared.element, found.element, ddl)
  if (declared.kind === 'decimal' && found.kind === 'decimal') {
    const anyDigits = found.precision === ANY_DIGITS.precision && found.scale === ANY_DIGITS.scale
    return anyDigits || found.scale <= declared.scale
  }
  return (isIntegral(declared) && isIntegral(found)) || (isFloating(declared) && isFloating(found))
}

const isFloating = ({ kind }: SqlType): boolean => kind === 'float' || kind === 'double'
