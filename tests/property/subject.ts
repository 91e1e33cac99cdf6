/** An engine under test: input tables are written once, programs run through the public API. */
import type { Engine } from '../../src/engine/engine.ts'
import { relationOf } from '../../src/frame/data-frame.ts'
import { DatabaseError, type Schema, Session, schema, UnsafeInteger, ValueOutOfRange } from '../../src/index.ts'
import { formatType } from '../../src/plan/type.ts'
import { makeScope } from '../../src/session/scope.ts'
import type { Json } from '../oracle/nodes.ts'
import type { Program, Table } from '../oracle/relations/program.ts'
import { buildFrames } from '../oracle/relations/steps.ts'
import { toInput, toRecorded } from '../oracle/values.ts'
import type { Answer } from './compare.ts'
import type { World } from './generate/worlds.ts'
import { fromJson } from './model/cells.ts'

export type Reply =
  | { readonly answer: Answer; readonly sql: string; readonly impossible: string | undefined }
  | { readonly error: Error; readonly sql: string | undefined }

export interface Subject {
  readonly name: string
  /** Doubles, where the engine has no decimals. */
  readonly exactDecimals: boolean
  run(world: World, program: Pick<Program, 'steps' | 'result'>): Promise<Reply>
}

type Row = Readonly<Record<string, unknown>>
type Collectable = { collect(): Promise<readonly Row[]>; unpersist(): Promise<void> }

export function subject(engine: Engine): Subject {
  const session = new Session(engine)
  const scope = makeScope(engine, {})
  const stored = new Map<string, Promise<object>>()
  /** The frame of an input table, which is written the first time. */
  const tableOf = (table: Table): Promise<object> => {
    const content = JSON.stringify(table)
    const known = stored.get(content)
    if (known) return known
    const types = schema(Object.fromEntries(table.columns) as Record<string, 'json'>) as Schema<Row>
    const rows = table.rows.map((row) =>
      Object.fromEntries(
        table.columns.map(([name, type], index) => [name, toInput(row[index] as Json, type.replace('?', ''))]),
      ),
    )
    const name = `input ${stored.size}`
    const frame = session
      .createDataFrame(rows, types)
      .write(name, { mode: 'overwrite' })
      .then(() => session.table(name, types))
    stored.set(content, frame)
    return frame
  }
  return {
    name: engine.dialect,
    exactDecimals: engine.dialect !== 'sqlite',
    async run(world, program) {
      const tables = new Map<string, object>()
      for (const [name, table] of Object.entries(world)) tables.set(name, await tableOf(table))
      let sql: string | undefined
      let frames: ReadonlyMap<string, object> = new Map()
      try {
        frames = buildFrames(program, (name) => tables.get(name) as object)
        const frame = frames.get(program.result) as Collectable
        const relation = relationOf(frame)
        if (!relation) throw new TypeError('the program made no frame')
        const { statement, outputs } = await scope.prepare(relation)
        sql = statement.sql
        const columns = outputs.map(({ name, type }) => [name, formatType(type)] as const)
        const rows = (await frame.collect()).map((row) =>
          columns.map(([name, type]) => fromJson(toRecorded(row[name], type), type)),
        )
        const impossible = outputs.find(
          ({ nullable }, index) => !nullable && rows.some((row) => row[index] === null),
        )?.name
        return { answer: { columns, rows }, sql, impossible }
      } catch (error) {
        if (!(error instanceof Error)) throw error
        return { error, sql: sql ?? (error instanceof DatabaseError ? error.sql : undefined) }
      } finally {
        for (const { op, as } of program.steps) {
          if (op === 'cache') await (frames.get(as) as Collectable | undefined)?.unpersist()
        }
      }
    },
  }
}

/** An error that says that a value cannot be: what raises must raise so, not as a mistake in the SQL. */
export const refusesValue = (error: Error): boolean =>
  error instanceof ValueOutOfRange ||
  error instanceof UnsafeInteger ||
  (error instanceof DatabaseError && /^22/.test(error.sqlState ?? ''))
