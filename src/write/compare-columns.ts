import type { Ddl } from '../dialect/ddl.ts'
import type { Field } from '../plan/schema.ts'
import { formatType, type SqlType, sameType } from '../plan/type.ts'

/** How a frame's columns differ from a table's. */
export interface Difference {
  /** Only in the frame. */
  readonly added: readonly Field[]
  /** Only in the table. */
  readonly missing: readonly Field[]
  /** In both, and the frame's values may not fit. */
  readonly changed: readonly { readonly name: string; readonly from: SqlType; readonly to: SqlType }[]
}

/** What the engine says of the types of columns. */
type Holding = Pick<Ddl, 'heldAs'>

export function compareColumns(ddl: Holding, table: readonly Field[], frame: readonly Field[]): Difference {
  const inTable = new Map(table.map((field) => [field.name, field]))
  const inFrame = new Set(frame.map((field) => field.name))
  return {
    added: frame.filter((field) => !inTable.has(field.name)),
    missing: table.filter((field) => !inFrame.has(field.name)),
    changed: frame.flatMap((field) => {
      const column = inTable.get(field.name)
      if (column === undefined || fits(ddl.heldAs(field.type), column.type)) return []
      return [{ name: field.name, from: column.type, to: field.type }]
    }),
  }
}

/** Whether a frame's column list is another than the table's, whatever the order. */
export function changesColumns(ddl: Holding, table: readonly Field[], frame: readonly Field[]): boolean {
  const { added, missing, changed } = compareColumns(ddl, table, frame)
  return added.length + missing.length + changed.length > 0
}

/** The difference in words. */
export function describeDifference({ added, missing, changed }: Difference): string {
  const names = (fields: readonly Field[]) => fields.map((field) => JSON.stringify(field.name)).join(', ')
  return [
    ...(added.length > 0 ? [`only in the frame: ${names(added)}`] : []),
    ...(missing.length > 0 ? [`only in the table: ${names(missing)}`] : []),
    ...changed.map(
      ({ name, from, to }) =>
        `${JSON.stringify(name)} is ${formatType(from)} in the table and ${formatType(to)} in the frame`,
    ),
  ].join('; ')
}

/** From narrow to wide: each fits into those after it. */
const NUMBERS = ['byte', 'short', 'int', 'long', 'float', 'double']
/** Digits that hold every value of an integer type. */
const DIGITS: Readonly<Record<string, number>> = { byte: 3, short: 5, int: 10, long: 19 }

/** Whether every value of `from`, as the engine holds it, can be stored in a column of `to` and read back as what it was. */
function fits(from: SqlType, to: SqlType): boolean {
  // What we cannot read, the database judges.
  if (from.kind === 'void' || to.kind === 'unknown' || sameType(from, to)) return true
  if (to.kind === 'decimal') {
    if (from.kind === 'decimal') return to.scale >= from.scale && to.precision - to.scale >= from.precision - from.scale
    const digits = DIGITS[from.kind]
    return digits !== undefined && to.precision - to.scale >= digits
  }
  if (from.kind === 'decimal') return to.kind === 'double'
  const narrow = NUMBERS.indexOf(from.kind)
  const wide = NUMBERS.indexOf(to.kind)
  return narrow >= 0 && wide > narrow
}
