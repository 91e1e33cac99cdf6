/** What one engine cannot hold or compute, and so is set aside by name. */
import type { Json, TypedName } from '../../nodes.ts'
import type { Program, Table } from '../program.ts'
import { type Deviation, type DeviationCase, ourError, some, sparkRefuses } from './rule.ts'

/** Every value that the program reads, writes down, or is answered, with its type. */
function* valuesOf({ program, tables }: DeviationCase): Generator<readonly [value: Json, type: string]> {
  for (const table of tablesOf(program, tables)) yield* cells(table.columns, table.rows)
  if (!('error' in program.expect)) yield* cells(program.expect.columns, program.expect.rows)
  const literals: (readonly [Json, string])[] = []
  some(program.steps, (node) => {
    if ('lit' in node) literals.push([node.lit, node.type])
    return false
  })
  yield* literals
}

function* cells(columns: readonly TypedName[], rows: readonly (readonly Json[])[]): Generator<readonly [Json, string]> {
  for (const row of rows) for (const [index, value] of row.entries()) yield [value, columns[index]?.[1] ?? '']
}

const tablesOf = (program: Program, tables: Readonly<Record<string, Table>>): readonly Table[] =>
  program.steps.flatMap(({ op, name }) => (op === 'table' && tables[name] ? [tables[name]] : []))

function holds(one: DeviationCase, test: (value: Json, type: string) => boolean): boolean {
  for (const [value, type] of valuesOf(one)) if (test(value, type)) return true
  return false
}

const isMoment = (type: string): boolean => type === 'date' || type === 'timestamp'
const precisionOf = (type: string): number => Number(/^decimal\((\d+)/.exec(type)?.[1] ?? 0)
const DOUBLE_DIGITS = 15

const computes = (where: unknown): boolean =>
  some(
    where,
    (node) => ('op' in node && ['+', '-', '*', 'neg'].includes(node.op)) || ('fn' in node && node.fn === 'abs'),
  )

export const limitDeviations: readonly Deviation[] = [
  {
    name: 'NUL in text on PostgreSQL',
    reason: '§1, set aside: "NUL in text on PostgreSQL"',
    applies: (one) =>
      one.engine === 'postgres' &&
      one.ours.kind === 'error' &&
      /NUL|0x00|null character/.test(one.ours.error.message) &&
      holds(one, (value, type) => type === 'string' && typeof value === 'string' && value.includes('\0')),
  },
  {
    name: 'dates outside 0001-9999',
    reason: '§1, set aside: "dates outside 0001–9999"',
    applies: (one) =>
      one.ours.kind === 'error' &&
      ['InvalidValue', 'ValueOutOfRange'].includes(one.ours.error.name) &&
      holds(one, (value, type) => isMoment(type) && typeof value === 'string' && !/^(?!0000)\d{4}-/.test(value)),
  },
  {
    name: 'columns of decimals beyond 15 digits on SQLite',
    reason: '§1: "declared columns with p > 15 are refused there"',
    applies: (one) =>
      one.engine === 'sqlite' &&
      one.ours.kind === 'error' &&
      one.ours.error.name === 'UnsupportedOnDialect' &&
      tablesOf(one.program, one.tables).some((table) =>
        table.columns.some(([, type]) => precisionOf(type) > DOUBLE_DIGITS),
      ),
  },
  {
    name: 'a double that overflows on PostgreSQL',
    reason: '§1: "† A finite product that overflows raises on PostgreSQL"',
    applies: (one) =>
      one.engine === 'postgres' &&
      /out of range: (overflow|underflow)/.test(ourError(one, 'ValueOutOfRange', 'DatabaseError')?.message ?? '') &&
      some(one.program.steps, (node) => 'op' in node && node.op === '*'),
  },
  {
    name: 'overflow inside predicates on SQLite',
    reason:
      '§2.4: "on SQLite … it is caught where a value is read, cast, aggregated or written; inside predicates it is not †"',
    applies: (one) => {
      if (one.engine !== 'sqlite' || !/ARITHMETIC_OVERFLOW$/.test(sparkRefuses(one)?.spark.error ?? '')) return false
      const { steps } = one.program
      const inCase = some(steps, (node) => 'case' in node && node.case.some(([condition]) => computes(condition)))
      return inCase || steps.some(({ where, on }) => computes([where, on]))
    },
  },
]
