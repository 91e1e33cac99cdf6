import type { FrameActions, PlainRow } from '../frame/actions.ts'
import type { ShowOptions, WriteResult } from '../frame/options.ts'
import { call, literal } from '../plan/expression.ts'
import type { Relation } from '../plan/relation.ts'
import { parseTableName } from '../plan/table-name.ts'
import { formatType, types } from '../plan/type.ts'
import { writeTable, writeView } from '../write/index.ts'
import { explainText } from './explain.ts'
import { rowCondition } from './row-condition.ts'
import type { PreparedQuery, SessionScope } from './scope.ts'
import { formatTable } from './show-table.ts'
import { sqlText } from './sql-text.ts'
import { checkWriteOptions, firstOfKey, type WriteSettings } from './write-options.ts'

/** The actions of a session's frames: everything between a plan and the database. */
export function frameActions(scope: SessionScope): FrameActions {
  const { options, connection } = scope
  const running = { signal: options.signal }

  const toObject = (query: PreparedQuery, row: readonly unknown[]): PlainRow => {
    const values = scope.decode(query, row)
    return Object.fromEntries(query.outputs.map((output, index) => [output.name, values[index]]))
  }
  /** Runs a query; while recording, tells it instead. */
  const rowsOf = (
    what: string,
    relation: Relation,
  ): Promise<{ query: PreparedQuery; rows: readonly (readonly unknown[])[] }> =>
    scope.using(relation, async (query) => {
      if (options.record) {
        options.record({ what, ...query.statement })
        return { query, rows: [] }
      }
      return { query, rows: (await connection.query(query.statement, running)).rows }
    })
  const objectsOf = async (what: string, relation: Relation): Promise<PlainRow[]> => {
    const { query, rows } = await rowsOf(what, relation)
    return rows.map((row) => toObject(query, row))
  }
  const limited = (input: Relation, count: number): Relation => ({ kind: 'limit', input, count })

  const write = async (
    what: string,
    { statement, outputs }: PreparedQuery,
    name: string,
    how: WriteSettings | 'view',
  ): Promise<WriteResult> => {
    const target = parseTableName(name, options.schema)
    if (options.record) {
      options.record({ what, ...statement })
      return { rowsInserted: 0, rowsUpdated: 0, rowsDeleted: 0, durationMs: 0 }
    }
    const fields = outputs.map(({ name: column, type, nullable }) => ({ name: column, type, nullable }))
    const request = {
      target,
      fields,
      select: statement,
      ddl: scope.dialect.ddl,
      transaction: scope.transaction,
      signal: options.signal,
    }
    try {
      const result =
        how === 'view'
          ? await writeView(scope.engine, request)
          : await writeTable(scope.engine, { ...request, ...how, where: rowCondition(scope, fields, how.where) })
      options.observer?.wrote?.(name, result)
      return result
    } finally {
      scope.catalogue.forget()
    }
  }

  return {
    collect: (relation) => scope.start('collect()', () => objectsOf('collect()', relation)),
    take: (relation, count) =>
      scope.start(`take(${count})`, () => objectsOf(`take(${count})`, limited(relation, count))),
    tail: (relation, count) =>
      scope.start(`tail(${count})`, () => objectsOf(`tail(${count})`, { kind: 'tail', input: relation, count })),
    first: (relation) =>
      scope.start('first()', async () => (await objectsOf('first()', limited(relation, 1)))[0] ?? null),
    isEmpty: (relation) =>
      scope.start('isEmpty()', async () => (await rowsOf('isEmpty()', limited(relation, 1))).rows.length === 0),
    count: (relation) =>
      scope.start('count()', async () => {
        const count = call('count', [literal(1, types.int)])
        const counted: Relation = {
          kind: 'aggregate',
          input: relation,
          keys: [],
          sets: undefined,
          aggregates: [{ name: 'count', expression: count }],
        }
        return Number((await objectsOf('count()', counted))[0]?.count ?? 0)
      }),
    iterate: (relation) => iterate(scope, relation, toObject),
    show: (relation, shown: Required<ShowOptions>) =>
      scope.start('show()', async () => {
        const { query, rows } = await rowsOf('show()', limited(relation, shown.rows + 1))
        if (options.record) return
        const decoded = rows.map((row) => scope.decode(query, row))
        console.log(formatTable(query.outputs, decoded, shown))
      }),
    columns: (relation) =>
      scope.start('columns()', async () => (await scope.prepare(relation)).outputs.map((output) => output.name)),
    dtypes: (relation) =>
      scope.start('dtypes()', async () =>
        (await scope.prepare(relation)).outputs.map(({ name, type }): [string, string] => [name, formatType(type)]),
      ),
    printSchema: (relation) =>
      scope.start('printSchema()', async () => {
        const { outputs } = await scope.prepare(relation)
        if (options.record) return
        const lines = outputs.map(
          ({ name, type, nullable }) => ` |-- ${name}: ${formatType(type)} (nullable = ${nullable})`,
        )
        console.log(['root', ...lines].join('\n'))
      }),
    explain: (relation) =>
      scope.start('explain()', async () => {
        await scope.using(relation, async ({ statement }) => {
          if (options.record) options.record({ what: 'explain()', ...statement })
          else console.log(await explainText(scope, statement))
        })
      }),
    resolve: (relation, frame) =>
      scope.start('resolve()', async () => {
        await scope.prepare(relation)
        return frame
      }),
    toSQL: (relation, given) => sqlText(scope, relation, given),
    toKnex: (relation) => scope.builder(relation),
    write: (relation, table, given) =>
      scope.start(`write('${table}')`, async () => {
        const settings = checkWriteOptions(relation, given)
        const rows = firstOfKey(relation, settings)
        return scope.using(rows, (query) => write(`write('${table}')`, query, table, settings))
      }),
    writeView: (relation, name) =>
      scope.start(`writeView('${name}')`, async () =>
        write(`writeView('${name}')`, await scope.prepareView(relation), name, 'view'),
      ),
    cache: (relation) => scope.keeper.mark(relation),
    unpersist: (relation) => scope.start('unpersist()', () => scope.keeper.unmark(relation)),
  }
}

async function* iterate(
  scope: SessionScope,
  relation: Relation,
  toObject: (query: PreparedQuery, row: readonly unknown[]) => PlainRow,
): AsyncGenerator<PlainRow> {
  const { record, signal } = scope.options
  let release = async () => {}
  try {
    const query = await scope.start('for await', async () => {
      if (!record) release = await scope.keeper.hold(relation)
      return scope.prepare(relation)
    })
    if (record) {
      record({ what: 'for await', ...query.statement })
      return
    }
    for await (const batch of scope.connection.stream(query.statement, { signal })) {
      for (const row of batch) yield toObject(query, row)
    }
  } catch (error) {
    throw await scope.files.explain(relation, error)
  } finally {
    await release()
  }
}
