import type { Engine } from '../../src/engine/engine.ts'
import { write } from './writing.ts'

/** Rows of each generation. */
export const ROWS = 3000

/** Overwrites `t` with ROWS rows that all say `generation`. */
export function overwriteGeneration(engine: Engine, generation: number) {
  return write(
    engine,
    't',
    { id: 'long', generation: 'long' },
    `WITH RECURSIVE n AS (SELECT 1 AS id UNION ALL SELECT id + 1 FROM n WHERE id < ${ROWS}) SELECT id, ${generation} AS generation FROM n`,
    { mode: 'overwrite', indexes: [['id']] },
  )
}
