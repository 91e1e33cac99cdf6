import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import type { Engine, TableEntry, Transaction } from '../../engine/engine.ts'
import { isAlive, processStart } from '../../engine/process-life.ts'
import type { TableName } from '../../plan/relation.ts'
import { sha256 } from '../../plan/sha256.ts'

/**
 * Names of the tables that hold rows for a session. They are ordinary tables: a temporary one lives on one connection,
 * and a session has many. The name says whose they are, so that those of a process that died can be cleared away.
 *
 * @example millrace_kept_1f0c3a9e_4711_88231_6b1d9c04_2 // machine, process, its start, session, number
 */
const PREFIX = 'millrace_kept_'
const NAME = /^millrace_kept_(([0-9a-f]{8})_(\d+)_(\d+)_[0-9a-f]{8})_\d+$/

const machine = sha256(hostname()).slice(0, 8)
const startOf = (pid: number): string => processStart(pid) ?? '0'

/** Whether a table is one of those: nobody wants it in a list of tables. */
export const isKeptTable = (name: string): boolean => name.startsWith(PREFIX)

/** The word that a session's tables have in common. */
export function ownerWord(): string {
  return `${machine}_${process.pid}_${startOf(process.pid)}_${randomBytes(4).toString('hex')}`
}

export const keptTable = (owner: string, number: number, schema: string | undefined): TableName => ({
  schema,
  name: `${PREFIX}${owner}_${number}`,
})

/** Of the tables of a schema those whose owner is no more. On a database file only this machine's owners are judged. */
export async function abandonedTables(
  engine: Engine,
  tables: readonly TableEntry[],
  on: Transaction,
): Promise<readonly TableEntry[]> {
  const free = new Map<string, boolean>()
  const abandoned: TableEntry[] = []
  for (const table of tables) {
    const [, owner, where, pid, start] = NAME.exec(table.name) ?? []
    if (owner === undefined) continue
    const known =
      free.get(owner) ??
      (engine.claims
        ? await engine.claims.isFree(owner, on)
        : where === machine && !(isAlive(Number(pid)) && startOf(Number(pid)) === start))
    free.set(owner, known)
    if (known) abandoned.push(table)
  }
  return abandoned
}
