import type { Kept } from '../../analyse/catalogue.ts'
import { type Relation, type TableName, walkRelations } from '../../plan/relation.ts'
import type { Fields } from '../../plan/schema.ts'
import type { KeepOwner } from './owner.ts'

/** Rows of a frame in a table of the session's own. */
interface Entry {
  readonly table: TableName
  readonly fields: Fields
  /** Actions that read it now. */
  users: number
  /** To be dropped when its last user is done. */
  doomed: boolean
}

/** What the frames of a session keep: which are to be kept, and where the rows of those are that have been computed. */
export interface Keeper {
  /** The next action that reads the frame keeps its rows. */
  mark(relation: Relation): void
  /** Forgets the rows; later actions compute them again. */
  unmark(relation: Relation): Promise<void>
  /** Where the rows of a frame are, if they are anywhere. */
  lookup(relation: Relation): Kept | undefined
  /** Sees to it that every kept frame that the plan reads has its rows, and that they stay until the result is called. */
  hold(relation: Relation): Promise<() => Promise<void>>
  /** What a session inside of this one begins with. */
  borrow(): readonly (readonly [Relation, Entry])[]
  /** Drops all tables. @param drop false where a rollback does it */
  close(drop: boolean): Promise<void>
}

export function makeKeeper(
  owner: KeepOwner,
  /** Makes the table of a frame's rows; what the frame reads is being held. Gives its columns. */
  fill: (relation: Relation, table: TableName) => Promise<Fields>,
  borrowed: readonly (readonly [Relation, Entry])[] = [],
): Keeper {
  const marked = new Set<Relation>(borrowed.map(([relation]) => relation))
  const entries = new Map<Relation, Entry>(borrowed)
  const theirs = new Set<Entry>(borrowed.map(([, entry]) => entry))
  const filling = new Map<Relation, Promise<void>>()

  const keep = async (relation: Relation): Promise<void> => {
    const release = await holdAll(relation, relation)
    try {
      await owner.claim()
      const table = owner.nextTable()
      const fields = await fill(relation, table)
      const entry = { table, fields, users: 0, doomed: false }
      // Forgotten while it was being filled.
      if (marked.has(relation)) entries.set(relation, entry)
      else await owner.drop(table)
    } finally {
      await release()
    }
  }
  const filled = (relation: Relation): Promise<void> => {
    if (entries.has(relation)) return Promise.resolve()
    const running = filling.get(relation) ?? keep(relation).finally(() => filling.delete(relation))
    filling.set(relation, running)
    return running
  }
  const dropUnused = async (entry: Entry): Promise<void> => {
    if (entry.doomed && entry.users === 0) await owner.drop(entry.table)
  }

  async function holdAll(root: Relation, itself: Relation | undefined): Promise<() => Promise<void>> {
    const held: Entry[] = []
    const release = async () => {
      for (const entry of held.splice(0)) {
        entry.users -= 1
        await dropUnused(entry)
      }
    }
    const isLeaf = (relation: Relation) => relation !== itself && marked.has(relation)
    try {
      for (const relation of walkRelations(root, isLeaf)) {
        if (!isLeaf(relation)) continue
        await filled(relation)
        const entry = entries.get(relation)
        if (!entry) continue
        entry.users += 1
        held.push(entry)
      }
      return release
    } catch (error) {
      await release()
      throw error
    }
  }

  const lookup = (relation: Relation): Kept | undefined => {
    const entry = entries.get(relation)
    return entry && { kind: 'scan', table: entry.table, fields: entry.fields }
  }

  return {
    mark: (relation) => {
      marked.add(relation)
    },
    async unmark(relation) {
      marked.delete(relation)
      await filling.get(relation)?.catch(() => undefined)
      const entry = entries.get(relation)
      entries.delete(relation)
      if (!entry) return
      entry.doomed = true
      await dropUnused(entry)
    },
    lookup,
    hold: (relation) => (marked.size === 0 ? Promise.resolve(async () => {}) : holdAll(relation, undefined)),
    borrow: () => [...entries],
    async close(drop) {
      await Promise.allSettled(filling.values())
      const own = [...entries.values()].filter((entry) => !theirs.has(entry))
      marked.clear()
      entries.clear()
      try {
        if (drop) for (const entry of own) await owner.drop(entry.table)
      } finally {
        await owner.release()
      }
    },
  }
}
