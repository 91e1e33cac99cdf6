/** The statements of actions that are more than one query: writes, kept rows, files. */

import type { Statement, TableDependents, TableInfo } from '../../src/engine/engine.ts'
import { relationOf } from '../../src/frame/data-frame.ts'
import { fieldsOf } from '../../src/frame/schema.ts'
import { count, type Schema, Session, schema } from '../../src/index.ts'
import { type SnapshotRequest, takeSnapshot } from '../../src/materialize/snapshot/index.ts'
import type { DialectName } from '../../src/plan/dialect-name.ts'
import type { Relation } from '../../src/plan/relation.ts'
import { makeScope } from '../../src/session/scope.ts'
import { Customers, offline } from '../compiler/support.ts'
import { recordingEngine } from './recording-engine.ts'
import { type Tables, tablesOf } from './tables.ts'

interface Action {
  /** The target, where it exists. */
  readonly target?: Schema<unknown>
  readonly dependents?: Partial<TableDependents>
  run(tables: Tables): Promise<unknown>
}

const Cities = schema({ city: 'string?', people: 'long' })
const Older = schema({ city: 'string?' })
const cities = ({ customers }: Tables) =>
  customers
    .filter((c) => c.name.ne('test'))
    .groupBy('city')
    .agg(() => ({ people: count() }))

/** Of customers who moved, and when. */
const Moved = schema({ city: 'string?', id: 'long', name: 'string', moved_at: 'timestamp' })
const Snapshot = schema({
  id: 'long',
  name: 'string?',
  moved_at: 'timestamp',
  scd_id: 'string',
  updated_at: 'timestamp',
  valid_from: 'timestamp',
  valid_to: 'timestamp?',
  is_deleted: 'boolean',
})
const snapshot = ({ session }: Tables, how: Pick<SnapshotRequest, 'strategy' | 'hardDeletes'>) =>
  takeSnapshot(makeScope(session.engine, { now: new Date('2024-03-01T00:00:00Z') }), {
    source: relationOf(session.table('moved', Moved)) as Relation,
    target: { schema: undefined, name: 'cities' },
    key: ['id'],
    ...how,
  })

const BY_PEOPLE = {
  name: 'by_people',
  unique: false,
  make: 'create index "by_people" on "cities" ("people")',
  drop: 'drop index "by_people"',
}

export const actions: Readonly<Record<string, Action>> = {
  write: { run: (t) => cities(t).write('cities') },
  'write with indexes': { run: (t) => cities(t).write('cities', { indexes: ['city', ['people', 'city']] }) },
  'write ignore': { run: (t) => cities(t).write('cities', { mode: 'ignore' }) },
  'write overwrite': {
    target: Cities,
    dependents: { indexes: [BY_PEOPLE] },
    run: (t) => cities(t).write('cities', { mode: 'overwrite' }),
  },
  'write overwrite below a view': {
    target: Cities,
    dependents: { blockers: ['view of_cities'] },
    run: (t) => cities(t).write('cities', { mode: 'overwrite' }),
  },
  'write append': { target: Cities, run: (t) => cities(t).write('cities', { mode: 'append' }) },
  'write append new columns': {
    target: Older,
    run: (t) => cities(t).write('cities', { mode: 'append', onSchemaChange: 'append' }),
  },
  'write append known columns': {
    target: Older,
    run: (t) => cities(t).write('cities', { mode: 'append', onSchemaChange: 'ignore' }),
  },
  'write merge': { target: Cities, run: (t) => cities(t).write('cities', { mode: 'merge', key: 'city' }) },
  'write merge where there is no table': {
    run: (t) => cities(t).write('cities', { mode: 'merge', key: 'city', indexes: ['people'] }),
  },
  'write merge first of a key': {
    target: Cities,
    run: (t) =>
      t.customers
        .select('city', (c) => [c.id.as('people')])
        .write('cities', {
          mode: 'merge',
          key: 'city',
          dedupeBy: (c) => c.people.desc(),
        }),
  },
  'write merge new columns': {
    target: Older,
    run: (t) => cities(t).write('cities', { mode: 'merge', key: 'city', update: ['people'], onSchemaChange: 'append' }),
  },
  'write deleteInsert': {
    target: Cities,
    run: (t) => cities(t).write('cities', { mode: 'deleteInsert', key: ['city', 'people'] }),
  },
  'write replaceWhere': {
    target: Cities,
    run: (t) =>
      cities(t)
        .filter((c) => c.people.gt(7))
        .write('cities', { mode: 'replaceWhere', where: (c) => c.people.gt(7).and(c.city.like('B%')) }),
  },
  'write view': { run: (t) => cities(t).writeView('cities') },
  'snapshot for the first time': {
    run: (t) => snapshot(t, { strategy: { kind: 'timestamp', updatedAt: 'moved_at' } }),
  },
  'snapshot by time': {
    target: Snapshot,
    run: (t) => snapshot(t, { strategy: { kind: 'timestamp', updatedAt: 'moved_at' }, hardDeletes: 'invalidate' }),
  },
  'snapshot by columns': {
    target: Snapshot,
    run: (t) => snapshot(t, { strategy: { kind: 'check', columns: ['name'] }, hardDeletes: 'newRecord' }),
  },
  cache: {
    run: async (t) => {
      const kept = cities(t).cache()
      await kept.orderBy((c) => c.people.desc()).collect()
      await kept.unpersist()
    },
  },
  'sql text': {
    run: async ({ session }) => {
      const text = session.sql<{
        city: string
        people: number
      }>`select city, '?' as people from cities where id > ${3};`
      await text.filter((t) => t.people.gt(1)).collect()
    },
  },
  'from knex': {
    run: ({ session }) => {
      const big = session.engine.knex('cities').select('city', 'people').where('people', '>', 1000)
      return session.fromKnex<{ city: string; people: number }>(big).orderBy('people').collect()
    },
  },
  'to knex': { run: async (t) => t.session.fromKnex(t.customers.toKnex().where('id', '>', 3)).count() },
  explain: { run: (t) => cities(t).explain() },
  tail: { run: (t) => t.customers.orderBy('id').tail(3) },
  'distinct values': { run: (t) => t.customers.distinctValues('city') },
  'read csv': {
    run: ({ session }) => session.read.csv('tests/sql/files/planets.csv', { header: true }).limit(1).collect(),
  },
}

/** What an action sends, statement by statement; names that are made for the moment are made plain. */
export async function sent(name: string, dialect: DialectName): Promise<readonly Statement[]> {
  const { target, dependents, run } = actions[name] as Action
  // SQL Server has no frames yet: its engine says so.
  if (dialect === 'mssql') {
    await run(tablesOf(offline.mssql))
    return []
  }
  const known = { customers: entry(Customers), moved: entry(Moved), ...(target && { cities: entry(target) }) }
  const { engine, statements } = recordingEngine(dialect, known, dependents, fieldsOf(Cities))
  const session = new Session(engine)
  await run(tablesOf(session))
  await session.close()
  return statements.map(({ sql, bindings }) => ({ sql: plain(sql), bindings }))
}

const entry = (of: Schema<unknown>): TableInfo => ({ kind: 'table', schema: 'main', fields: fieldsOf(of) ?? [] })

const plain = (sql: string): string =>
  sql
    .replace(/millrace_kept_\w+?_(\d+)\b/g, 'millrace_kept_$1')
    .replace(/millrace_[0-9a-f]{16}/g, 'millrace_beside')
    .replaceAll(process.cwd(), '.')
