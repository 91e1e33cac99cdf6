import { naturalType } from '../analyse/literals.ts'
import { describeValue } from '../column/expression-column.ts'
import { didYouMean, InvalidArgument, InvalidValue, listNames } from '../errors/index.ts'
import type { LiteralValue } from '../plan/expression.ts'
import type { Field, Fields } from '../plan/schema.ts'
import { formatType, type SqlType, types } from '../plan/type.ts'
import { commonType } from '../plan/type-rules.ts'

type PlainRow = Readonly<Record<string, unknown>>

/**
 * Names of all rows, in the order in which they first appear, with types that hold all their values.
 *
 * @param what what errors begin with
 */
export function inferFields(rows: readonly PlainRow[], what = 'createDataFrame'): Fields {
  if (rows.length === 0) {
    throw new InvalidArgument(`${what} of no rows needs a schema`, {
      hint: "createDataFrame([], schema({ id: 'long' }))",
    })
  }
  const found = new Map<string, { type: SqlType; seen: number; nulls: boolean }>()
  rows.forEach((row, index) => {
    if (typeof row !== 'object' || row === null || Array.isArray(row)) {
      throw new InvalidArgument(`${what} takes objects as rows; row ${index + 1} is ${describeValue(row)}`)
    }
    for (const [name, value] of Object.entries(row)) {
      const known = found.get(name) ?? { type: types.void as SqlType, seen: 0, nulls: false }
      found.set(name, {
        type: widened(known.type, value, name, index),
        seen: known.seen + 1,
        nulls: known.nulls || value === null || value === undefined,
      })
    }
  })
  return [...found].map(([name, { type, seen, nulls }]): Field => {
    if (isEmpty(type)) {
      throw new InvalidArgument(
        `${what}: nothing tells the type of the column ${JSON.stringify(name)}, which has no value in any row`,
        {
          hint: 'give a schema as second argument',
        },
      )
    }
    return { name, type, nullable: nulls || seen < rows.length }
  })
}

function widened(known: SqlType, value: unknown, name: string, index: number): SqlType {
  if (value === null || value === undefined) return known
  if (typeof value === 'function' || typeof value === 'symbol') {
    throw new InvalidValue(
      `column ${JSON.stringify(name)}, row ${index + 1}: ${describeValue(value)} is no value of a database`,
    )
  }
  const natural = naturalType(value as LiteralValue)
  // Lists of one kind are arrays; among documents of other forms they are documents.
  const document = [known, natural].some(({ kind }) => kind === 'json')
  const type = document && isDocument(known) && isDocument(natural) ? types.json : commonType(known, natural)
  if (type) return type
  throw new InvalidValue(
    `column ${JSON.stringify(name)}: row ${index + 1} has a ${formatType(naturalType(value as LiteralValue))} where rows before have a ${formatType(known)}`,
    { hint: 'make the values of a column of one kind, or give a schema' },
  )
}

const isDocument = ({ kind }: SqlType): boolean => kind === 'json' || kind === 'array' || kind === 'void'
const isEmpty = (type: SqlType): boolean => type.kind === 'void' || (type.kind === 'array' && isEmpty(type.element))

/**
 * Rows as arrays in the order of the fields. Values are checked when they are encoded, names and NULLs here.
 *
 * @param what names in errors what was given the rows
 */
export function arrangeRows(
  rows: readonly PlainRow[],
  fields: Fields,
  what = 'createDataFrame',
): readonly (readonly unknown[])[] {
  const names = new Set(fields.map((field) => field.name))
  return rows.map((row, index) => {
    for (const name of Object.keys(row)) {
      if (!names.has(name)) {
        throw new InvalidValue(
          `${what}: row ${index + 1} has a column ${JSON.stringify(name)} that the schema has not`,
          {
            hint: [didYouMean(name, names), `There are ${listNames(names)}.`].filter(Boolean).join(' '),
          },
        )
      }
    }
    return fields.map((field) => {
      const value = Object.hasOwn(row, field.name) ? (row[field.name] ?? null) : null
      if (value === null && !field.nullable) {
        throw new InvalidValue(
          `${what}: row ${index + 1} has no value for ${JSON.stringify(field.name)}, which cannot be NULL`,
          {
            hint: `allow it with '${formatType(field.type)}?'`,
          },
        )
      }
      return value
    })
  })
}
