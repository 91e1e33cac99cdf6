import type { Catalogue } from '../analyse/catalogue.ts'
import { dialectOf } from '../dialect/index.ts'
import { readsAs } from '../dialect/reads-as.ts'
import type { Connection, Engine, Statement } from '../engine/engine.ts'
import { reachableRelations } from '../plan/references.ts'
import type { Relation, TableName } from '../plan/relation.ts'
import type { Fields } from '../plan/schema.ts'
import { isKeptTable } from './keep/table-names.ts'

/** What a session has learnt of the database; forgotten after a write, since tables may then look different. */
export interface CatalogueCache extends Catalogue {
  /** Asks the database for all that a plan needs and that is not known yet. */
  load(relation: Relation): Promise<void>
  /** Whether an answer of `load` was an older one: an unknown name is then worth another look. */
  forget(): void
}

type SelectExpr = Extract<Relation, { kind: 'selectExpr' }>

/** Names of the tables and views of a schema that users know of. */
export async function tableNames(
  engine: Engine,
  schema: string | undefined,
  connection: Connection,
): Promise<readonly string[]> {
  const tables = await engine.listTables(schema, connection)
  return tables.map(({ name }) => name).filter((name) => !isKeptTable(name))
}

export function catalogueCache(
  engine: Engine,
  connection: Connection,
  toStatement: (relation: Extract<Relation, { kind: 'statement' }>) => Statement,
  /** Nothing is run: a table that is not there yet, but has a schema, is as good as there. */
  recording: boolean,
  kept: Catalogue['kept'],
  /** Finds out what a frame of files has. */
  loadFile: (relation: Relation) => Promise<unknown>,
  /** Asks the database what texts over a frame give. */
  describeTexts: (relation: SelectExpr) => Promise<Fields>,
): CatalogueCache {
  const tables = new Map<string, Fields | null>()
  const statements = new WeakMap<Relation, Fields>()
  let texts = new WeakMap<Relation, Fields>()
  let names: readonly string[] = []
  const key = (table: TableName): string => JSON.stringify([table.schema, table.name])

  async function loadTable(table: TableName, declared: Fields | undefined): Promise<void> {
    if (tables.has(key(table))) return
    const info = await engine.tableInfo(table, connection)
    if (!info && declared && recording) return
    if (info?.broken) throw info.broken
    tables.set(key(table), info ? info.fields : null)
    // Only an error will want the names of the others.
    if (!info) names = await tableNames(engine, table.schema, connection)
  }

  return {
    table: (table) => tables.get(key(table)),
    readsAs: (declared, found) => readsAs(declared, found, dialectOf(engine.dialect).ddl),
    statement: (relation) => statements.get(relation) ?? texts.get(relation),
    kept,
    tables: () => names,
    async load(root) {
      for (const relation of reachableRelations(root)) {
        if (relation.kind === 'table') await loadTable(relation.table, relation.fields)
        if (relation.kind === 'file') await loadFile(relation)
        if (relation.kind === 'statement' && !relation.fields && !statements.has(relation)) {
          statements.set(relation, await engine.describeQuery(toStatement(relation), connection))
        }
        if (relation.kind === 'selectExpr' && !relation.fields && !texts.has(relation)) {
          texts.set(relation, await describeTexts(relation))
        }
      }
    },
    forget() {
      tables.clear()
      // They read tables, which may look different now.
      texts = new WeakMap()
    },
  }
}
