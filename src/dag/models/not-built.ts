import { UnknownTable } from '../../errors/index.ts'
import type { BoundNode } from './bind.ts'
import { relationKey } from './names.ts'

interface Reader {
  /** Full name of what reads. */
  readonly name: string
  readonly reads: Iterable<BoundNode>
  readonly defaultSchema: string | undefined
  /** Whether the command takes `--defer`. */
  readonly defers: boolean
}

/** Tells of a table that is missing which model was to make it: what else the database has is no help then. */
export function tellNotBuilt(error: unknown, { name, reads, defaultSchema, defers }: Reader): void {
  if (!(error instanceof UnknownTable) || error.table === undefined) return
  const missing = relationKey({ ...error.table, schema: error.table.schema ?? defaultSchema })
  for (const read of reads) {
    if (read.as.kind !== 'table' || read.name.startsWith('sources.')) continue
    const { table } = read.as
    if (relationKey({ ...table, schema: table.schema ?? defaultSchema }) !== missing) continue
    const elsewhere = defers ? '; --defer CONNECTION reads it where it is built' : ''
    error.hint = `${read.name} makes it, and is not built yet: build it too, --select +${name}${elsewhere}`
    return
  }
}
