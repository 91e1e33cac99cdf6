import { analyse } from '../../analyse/analyse.ts'
import { EMPTY_CATALOGUE } from '../../analyse/catalogue.ts'
import { compile, toStatement } from '../../compiler/compile.ts'
import type { TableName, Transaction } from '../../engine/engine.ts'
import { InternalError } from '../../errors/index.ts'
import { relationOf, toDataFrame } from '../../frame/data-frame.ts'
import type { Fields } from '../../plan/schema.ts'
import type { SqlType } from '../../plan/type.ts'
import { frameActions } from '../../session/frame-actions.ts'
import type { PreparedQuery, SessionScope } from '../../session/scope.ts'
import { fill, run } from '../../write/steps.ts'
import { META } from './layout.ts'
import type { Rows } from './versions.ts'

/** Frames over tables whose columns are known, some of them known to one transaction alone, and what is done with them there. */
export interface Bench {
  /** A frame of all rows of a table. Each is one of its own: a frame of the same table is joined with it like another. */
  rows(table: TableName, fields: Fields): Rows
  /** A table as messages name it. */
  named(table: TableName): string
  /** Inserts a frame's rows, by the names of its columns. */
  add(into: TableName, rows: Rows): Promise<number>
  /** Ends the open rows of a snapshot where the versions of their keys begin; gives their number. */
  endOpen(table: TableName, versions: TableName, key: readonly string[]): Promise<number>
  /** The first row of a frame for a message, each value by its column's name. */
  first(rows: Rows): Promise<Readonly<Record<string, unknown>> | undefined>
}

export function benchOn(scope: SessionScope, on: Transaction): Bench {
  const { ddl } = scope.dialect
  const { signal } = scope.options
  const actions = frameActions(scope)
  const prepare = (rows: Rows): PreparedQuery => {
    const relation = relationOf(rows)
    if (relation === undefined) throw new InternalError('a frame without a plan')
    const plan = analyse(relation, { catalogue: EMPTY_CATALOGUE, now: scope.now })
    return { statement: toStatement(compile(plan, scope.dialect, scope.engine.knex)), outputs: plan.outputs }
  }
  /** A number that JavaScript cannot hold is told by its digits. */
  const shown = (raw: unknown, type: SqlType, column: string): unknown => {
    if (type.kind === 'long' && raw !== null && !Number.isSafeInteger(Number(raw))) return String(raw)
    return scope.dialect.decode(raw, type, column)
  }
  return {
    rows: (table, fields) => toDataFrame({ kind: 'table', table, fields }, actions),
    named: ddl.table,
    add(into, rows) {
      const { statement, outputs } = prepare(rows)
      return fill({ ddl, on, signal }, into, outputs, statement)
    },
    endOpen(table, aside, key) {
      const [name, versions, from, to] = [ddl.table(table), ddl.table(aside), ddl.quote(META.from), ddl.quote(META.to)]
      const same = key.map(ddl.quote).map((column) => `AND ${name}.${column} = ${versions}.${column}`)
      const set = `UPDATE ${name} SET ${to} = ${versions}.${from} FROM ${versions}`
      return run(on, `${set} WHERE ${name}.${to} IS NULL ${same.join(' ')}`, { signal })
    },
    async first(rows) {
      const query = prepare(rows)
      const [row] = (await on.query(query.statement, { signal })).rows
      if (row === undefined) return undefined
      return Object.fromEntries(query.outputs.map(({ name, type }, index) => [name, shown(row[index], type, name)]))
    },
  }
}
