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
  /** Of the files whose rows they are. */
  readonly version: object | undefined
}

/** Frames whose rows come from files. */
export interface FileFrames {
  /** Whether the rows of that frame must be loaded before the database can read them. */
  needsLoading(relation: Relation): boolean
  /** Where the database reads them, or will read them. */
  lookup(relation: Relation): Kept | undefined
  /** Looks at the files. Gives the same object as before unless they have changed; undefined for other frames. */
  refresh(relation: Relation): Promise<object | undefined>
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
  files: FileFrames,
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
      const version = await files.refresh(relation)
      const fields = await fill(relation, table)
      const entry = { table, fields, users: 0, doomed: false, version }
      // Forgotten while it was being filled.
      if (isKept(relation)) entries.set(relation, entry)
      else await owner.drop(table)
    } finally {
      await release()
    }
  }
  const filled = async (relation: Relation): Promise<void> => {
    const entry = entries.get(relation)
    // What the user keeps stays what it was; what is only loaded follows its files.
    const stale = entry !== undefined && !marked.has(relation) && (await files.refresh(relation)) !== entry.version
    if (stale && entries.get(relation) === entry) await forget(relation)
    if (entries.has(relation)) return
    const running = filling.get(relation) ?? keep(relation).finally(() => filling.delete(relation))
    filling.set(relation, running)
    await running
  }
  const isKept = (relation: Relation): boolean => marked.has(relation) || files.needsLoading(relation)
  const forget = async (relation: Relation): Promise<void> => {
    const entry = entries.get(relation)
    entries.delete(relation)
    if (!entry) return
    entry.doomed = true
    await dropUnused(entry)
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
    const isLeaf = (relation: Relation) => relation !== itself && isKept(relation)
    try {
      for (const relation of walkRelations(root, isLeaf)) {
        if (!isLeaf(relation)) {
          await files.refresh(relation)
          continue
        }
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
    return entry ? { kind: 'scan', table: entry.table, fields: entry.fields } : files.lookup(relation)
  }

  return {
    mark: (relation) => {
      marked.add(relation)
    },
    async unmark(relation) {
      marked.delete(relation)
      await filling.get(relation)?.catch(() => undefined)
      await forget(relation)
    },
    lookup,
    hold: (relation) => holdAll(relation, undefined),
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
