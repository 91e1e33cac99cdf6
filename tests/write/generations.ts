import type { Engine } from '../../src/engine/engine.ts'
import { statement, write } from './writing.ts'

/** Rows of each generation. */
export const ROWS = 3000

/** How a generation takes the place of the one before. */
export const WAYS = {
  overwrite: { mode: 'overwrite', indexes: [['id']] },
  merge: { mode: 'merge', key: ['id'], indexes: [['generation']] },
  deleteInsert: { mode: 'deleteInsert', key: ['id'], indexes: [['id']] },
  replaceWhere: { mode: 'replaceWhere', where: statement('id > 0') },
} as const
export type Way = keyof typeof WAYS

/** Writes ROWS rows to `t` that all say `generation`, in place of those that are there. */
export function writeGeneration(engine: Engine, generation: number, way: Way = 'overwrite') {
  return write(
    engine,
    't',
    { id: 'long', generation: 'long' },
    `WITH RECURSIVE n AS (SELECT 1 AS id UNION ALL SELECT id + 1 FROM n WHERE id < ${ROWS}) SELECT id, ${generation} AS generation FROM n`,
    WAYS[way],
  )
}
