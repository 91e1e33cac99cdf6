/** A statement of every function that there is: a column for each type that it takes. */
import { expressionOf, toColumn } from '../../src/column/expression-column.ts'
import { dialectOf } from '../../src/dialect/index.ts'
import { type FunctionEntry, functionEntry } from '../../src/functions/entry.ts'
import type { Parameter } from '../../src/functions/parameter.ts'
import { lit, UnsupportedOnDialect, Window } from '../../src/index.ts'
import { call, type Expression } from '../../src/plan/expression.ts'
import { type SqlType, types } from '../../src/plan/type.ts'
import { planOf } from '../compiler/support.ts'
import type { Features, Tables } from './tables.ts'

/** Columns of the table of samples by type, the most telling first. */
const COLUMNS: Readonly<Record<string, SqlType>> = {
  text: types.string, number: types.long, ratio: types.double, price: types.decimal(12, 2), day: types.date, moment: types.timestamp, flag: types.boolean, bytes: types.binary, document: types.json,
} // biome-ignore format: one glance

/** What is written into the program where a parameter wants it, by its words. */
const WRITTEN: Readonly<Record<string, string | number>> = {
  'a share from 0 to 1': 0.5,
  'a unit': 'month', 'a pattern': 'yyyy-MM-dd HH:mm:ss', 'a day of the week': 'Mon', 'a time zone': 'Europe/Berlin', 'names of fields': '["number"]',
  'a number of digits': 1, 'a key': 'q',
  'a path': '$.a[0].b', 'a name': 'a', 'the name of a field': 'a', 'a schema': 'struct<a:int,b:array<string>>',
} // biome-ignore format: one glance

/** Columns that hold others: beside those of plain values for whatever takes nothing else. */
const NESTED: Readonly<Record<string, SqlType>> = {
  list: types.array(types.long),
  lists: types.array(types.array(types.long)),
  words: types.array(types.string),
  rates: { kind: 'map', key: types.string, value: types.double },
  pairs: types.array(struct({ key: types.string, value: types.long })),
  record: struct({ a: types.long, b: types.string }),
}

function struct(fields: Readonly<Record<string, SqlType>>): SqlType {
  return { kind: 'struct', fields: Object.entries(fields).map(([name, type]) => ({ name, type })) }
}

/** What stands in grouping sets or in the place of a window alone. */
const NOT_HERE = new Set(['grouping', 'ofFrame'])
/** Whatever is spelled, in any dialect the same; and what is known before there is any SQL. */
const NAMES = [...Object.keys(dialectOf('sqlite').functions), 'typeof']
/** A function that takes so many types takes them all in the same way. */
const ANYTHING = 6

type Argument = { readonly type: string; readonly expression: Expression }

const ofColumn = (name: string, { samples }: Tables): Argument => ({
  type: name,
  expression: expressionOf(samples.col(name as 'text')) as Expression,
})
const ofLiteral = (value: string | number | boolean): Argument => ({
  type: String(value),
  expression: expressionOf(lit(value)) as Expression,
})

/** What may stand for a parameter; a type-checked plan decides among them. */
function candidates(entry: FunctionEntry, parameter: Parameter, first: boolean, tables: Tables): readonly Argument[] {
  if (parameter.words) return [ofLiteral(parameter.words[0] as string)]
  const example = WRITTEN[parameter.what]
  if (example !== undefined) return [ofLiteral(example)]
  if (parameter.written)
    return ['#,##0.00', '9,999.99', 'yyyy-MM-dd', 'hex', '%s', '%d', '(a)(b)', 1, false].map(ofLiteral)
  const known = Object.values(COLUMNS).some(parameter.accepts) ? COLUMNS : NESTED
  const columns = Object.entries(known).flatMap(([name, type]) =>
    parameter.accepts(type) ? [ofColumn(name === 'text' && !first ? 'word' : name, tables)] : [],
  )
  const literals: Argument[] = []
  if (parameter.accepts(types.string)) literals.push(ofLiteral('a'))
  if (parameter.accepts(types.long)) literals.push(ofLiteral(2))
  if (parameter.accepts(types.double)) literals.push(ofLiteral(0.5))
  if (parameter.accepts(types.boolean)) literals.push(ofLiteral(true))
  // The buckets of ntile are a number of the program.
  if (first && parameter.value && entry.kind === 'window') return literals
  if (first) return columns.length > 0 ? columns : literals
  return parameter.value ? [...literals, ...columns] : columns
}

/** The function called with each type that its first argument may have, and what goes with it. */
function callsOf(entry: FunctionEntry, tables: Tables): readonly { name: string; column: unknown }[] {
  // Several columns are another call of an aggregate, which some engines do not have.
  const parameters = entry.parameters.filter((parameter) => !(entry.kind === 'aggregate' && parameter.rest))
  const first = parameters[0]
  if (!first) return [{ name: 'x', column: columnOf(entry, [], tables) }]
  const all = candidates(entry, first, true, tables)
  const heads = all.length >= ANYTHING ? all.slice(0, 2) : all
  return heads.flatMap((head) => {
    const lists = parameters
      .slice(1)
      .reduce<readonly (readonly Argument[])[]>(
        (lists, parameter) =>
          lists
            .flatMap((list) => candidates(entry, parameter, false, tables).map((one) => [...list, one]))
            .slice(0, 400),
        [[head]],
      )
    // Some take further arguments in twos.
    const shorter = parameters.at(-1)?.rest ? lists.map((list) => list.slice(0, -1)) : []
    const args = [...lists, ...shorter].find((list) => isTyped(columnOf(entry, list, tables), entry, tables))
    if (!args) return []
    const called = { name: head.type, column: columnOf(entry, args, tables) }
    const last = parameters.at(-1)
    // What may be left out and is no value decides how a function is spelled.
    return last?.optional && last.written
      ? [{ name: `${head.type} alone`, column: columnOf(entry, args.slice(0, -1), tables) }, called]
      : [called]
  })
}

function columnOf(entry: FunctionEntry, args: readonly Argument[], { samples }: Tables): unknown {
  const distinct = entry.name === 'countDistinct' || entry.name === 'sumDistinct'
  const called = toColumn(
    call(
      entry.name,
      args.map((one) => one.expression),
      distinct,
    ),
  ) as never
  return entry.kind === 'window'
    ? (called as { over(window: unknown): unknown }).over(Window.orderBy(samples.id))
    : called
}

const frameOf = (columns: Readonly<Record<string, unknown>>, entry: FunctionEntry, { samples }: Tables) =>
  entry.kind === 'aggregate'
    ? samples.agg(columns as never)
    : samples.select(
        ...(Object.entries(columns).map(([name, column]) =>
          (column as { as(name: string): unknown }).as(name),
        ) as never[]),
      )

function isTyped(column: unknown, entry: FunctionEntry, tables: Tables): boolean {
  try {
    planOf(frameOf({ x: column }, entry, tables))
    return true
  } catch {
    return false
  }
}

/** One frame of all calls that the tables' dialect can say, and the refusals of the others. */
function statementOf(name: string, tables: Tables) {
  const entry = functionEntry(name) as FunctionEntry
  const calls = callsOf(entry, tables)
  if (calls.length === 0) throw new Error(`no sample of ${name}: teach tests/sql/functions.ts what it takes`)
  const refused: string[] = []
  const written = calls.filter(({ name: type, column }) => {
    try {
      frameOf({ x: column }, entry, tables).toSQL()
      return true
    } catch (error) {
      if (!(error instanceof UnsupportedOnDialect)) throw error
      refused.push(`-- ${type}: ${error.message}`)
      return false
    }
  })
  const columns = Object.fromEntries(written.map((one) => [one.name, one.column]))
  return { refused, frame: written.length === 0 ? undefined : frameOf(columns, entry, tables) }
}

/** Every function's statement, or the refusals of the dialect that has none. */
export const functions: Features = Object.fromEntries(
  NAMES.filter((name) => !NOT_HERE.has(name)).map((name) => [
    name,
    (tables: Tables) => ({
      toSQL: (options: { pretty: boolean }) => {
        const { refused, frame } = statementOf(name, tables)
        if (!frame) return { sql: refused.join('\n'), bindings: [] }
        const { sql, bindings } = frame.toSQL(options)
        return { sql: [...refused, sql].join('\n'), bindings }
      },
      collect: async () => statementOf(name, tables).frame?.collect() ?? [],
    }),
  ]),
)
