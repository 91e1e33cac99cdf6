import type { Connection, Engine, Statement, TableDependents, TableInfo } from '../../src/engine/engine.ts'
import { printingKnex } from '../../src/engine/printing.ts'
import type { DialectName } from '../../src/plan/dialect-name.ts'
import type { Field } from '../../src/plan/schema.ts'

const NOTHING: TableDependents = {
  indexes: [],
  blockers: [],
  refusals: [],
  before: [],
  after: [],
  remake: false,
  onlyViews: false,
}

/** An engine without a database: writes down what it is told, and knows the tables that it is given. */
export function recordingEngine(
  dialect: DialectName,
  tables: Readonly<Record<string, TableInfo>>,
  dependents: Partial<TableDependents> = {},
  /** What any SQL text gives. */
  fields: readonly Field[] = [],
): { readonly engine: Engine; readonly statements: readonly Statement[] } {
  const statements: Statement[] = []
  const connection: Connection = {
    async query(statement) {
      statements.push(statement)
      return { columns: [], rows: [] }
    },
    async execute(statement) {
      statements.push(statement)
      return { rowsAffected: 0 }
    },
    async *stream(statement) {
      statements.push(statement)
      yield []
    },
  }
  const refuse = () => Promise.reject(new Error('there is no database'))
  const engine: Engine = {
    ...connection,
    dialect,
    interruptible: true,
    knex: printingKnex(dialect),
    transaction: (body) =>
      body({
        ...connection,
        knex: printingKnex(dialect) as never,
        // DuckDB has no savepoints.
        ...(dialect === 'duckdb' && { abandon: () => undefined }),
      }),
    tableInfo: async ({ name }) => tables[name],
    listTables: async () => [],
    schemaExists: async () => true,
    describeTables: async () => [],
    dependents: async () => ({ ...NOTHING, ...dependents }),
    ...(dialect === 'postgres' ? { readers: async () => [] } : { naming: async () => [] }),
    describeQuery: async () => fields,
    describe: refuse,
    close: async () => {},
  }
  return { engine, statements }
}
