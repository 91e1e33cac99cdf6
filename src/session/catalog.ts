import { describeValue } from '../column/expression-column.ts'
import { didYouMean, InvalidArgument, listNames, shorten, UnknownTable } from '../errors/index.ts'
import type { TableName } from '../plan/relation.ts'
import { parseTableName } from '../plan/table-name.ts'
import { formatType } from '../plan/type.ts'
import { tableNames } from './catalogue-cache.ts'
import { isKeptTable } from './keep/table-names.ts'
import type { SessionScope } from './scope.ts'

/** A table or view of the database. */
export interface CatalogTable {
  readonly schema: string
  readonly name: string
  readonly kind: 'table' | 'view'
}

/** A column of a table or view, its type as schemas write it: `decimal(12,2)`. */
export interface CatalogColumn {
  readonly name: string
  readonly type: string
  readonly nullable: boolean
}

/** What the database has. Asked anew each time; one query each. */
export interface Catalog {
  /** All tables and views, by name. @param schema default: the session's, else the connection's */
  listTables(schema?: string): Promise<CatalogTable[]>
  /**
   * The columns of a table or view, in order. The name as in `session.table`.
   *
   * @throws UnknownTable with the names that are near
   */
  listColumns(table: string): Promise<CatalogColumn[]>
  /** Whether there is a table or view of that name. Names are compared letter by letter. */
  tableExists(table: string): Promise<boolean>
}

export function sessionCatalog({ engine, connection, options, start }: SessionScope): Catalog {
  const find = async (name: TableName) => engine.tableInfo(name, connection)
  return {
    listTables(schema = options.schema) {
      if (schema !== undefined) textArgument(schema, 'listTables takes the name of a schema')
      return start('catalog.listTables()', async () =>
        (await engine.listTables(schema, connection))
          .filter(({ name }) => !isKeptTable(name))
          .map((entry) => ({ ...entry })),
      )
    },
    listColumns(table) {
      const name = tableName(table, 'listColumns')
      return start(`catalog.listColumns('${table}')`, async () => {
        const found = await find(name)
        if (!found) throw unknownTable(table, await tableNames(engine, name.schema, connection))
        if (found.broken) throw found.broken
        return found.fields.map((field) => ({
          name: field.name,
          type: formatType(field.type),
          nullable: field.nullable,
        }))
      })
    },
    tableExists(table) {
      const name = tableName(table, 'tableExists')
      return start(`catalog.tableExists('${table}')`, async () => (await find(name)) !== undefined)
    },
  }

  function tableName(table: unknown, what: string): TableName {
    return parseTableName(textArgument(table, `${what} takes the name of a table`), options.schema)
  }
}

function textArgument(value: unknown, what: string): string {
  if (typeof value === 'string') return value
  throw new InvalidArgument(`${what}, not ${describeValue(value)}`)
}

function unknownTable(table: string, names: readonly string[]): UnknownTable {
  return new UnknownTable(`there is no table or view ${JSON.stringify(shorten(table))}`, {
    hint: [didYouMean(table, names), `There are ${listNames(names)}.`].filter(Boolean).join(' '),
  })
}
