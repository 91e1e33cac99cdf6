/** Every engine names what its database objects to by the same words. */
import { expect, test } from 'vitest'
import { DatabaseError, type DatabaseErrorKind, isRefusal } from '../../src/index.ts'
import { onEveryEngine, type TestDialect } from '../support/databases.ts'

const TABLES = [
  'CREATE TABLE parent (id bigint PRIMARY KEY, b bigint)',
  'CREATE TABLE child (id bigint REFERENCES parent (id))',
  'CREATE TABLE kept (id bigint PRIMARY KEY)',
  'CREATE TABLE keeper (id bigint REFERENCES kept (id) ON DELETE RESTRICT)',
  'INSERT INTO parent VALUES (1, 2)',
  'INSERT INTO child VALUES (1)',
  'INSERT INTO kept VALUES (1)',
  'INSERT INTO keeper VALUES (1)',
]

const CASES: readonly (readonly [kind: DatabaseErrorKind | undefined, sql: string, only?: readonly TestDialect[]])[] = [
  ['foreignKey', 'DELETE FROM parent'],
  ['foreignKey', 'DELETE FROM kept'],
  ['foreignKey', 'INSERT INTO child VALUES (7)'],
  ['unknownColumn', 'SELECT missing FROM parent'],
  ['unknownColumn', 'INSERT INTO parent (id, missing) VALUES (1, 2)'],
  ['unknownColumn', 'CREATE INDEX here ON parent (missing)'],
  ['noUniqueIndex', 'INSERT INTO parent VALUES (1, 2) ON CONFLICT (b) DO NOTHING'],
  // What hangs on a table is a matter of its name elsewhere.
  ['dependentObjects', 'DROP TABLE parent', ['postgres']],
  ['foreignKey', 'DROP TABLE parent', ['sqlite', 'duckdb']],
  ['viewColumns', 'CREATE OR REPLACE VIEW looks AS SELECT 1 AS other', ['postgres']],
  [undefined, 'SELECT * FROM nowhere'],
  [undefined, 'SELECT FROM WHERE'],
]

onEveryEngine((database) => {
  test('errors are of the same kinds', async () => {
    const { engine, dialect } = database
    const run = (sql: string): Promise<unknown> =>
      engine[sql.startsWith('SELECT') ? 'query' : 'execute']({ sql, bindings: [] })
    for (const sql of [...TABLES, 'CREATE VIEW looks AS SELECT id FROM parent']) await run(sql)
    for (const [kind, sql, only] of CASES) {
      if (only?.includes(dialect) === false) continue
      const error: unknown = await run(sql).catch((thrown: unknown) => thrown)
      expect(error, sql).toBeInstanceOf(DatabaseError)
      expect((error as DatabaseError).kind, sql).toBe(kind)
      expect(isRefusal(error, 'foreignKey', 'viewColumns'), sql).toBe(kind === 'foreignKey' || kind === 'viewColumns')
    }
  })
})
