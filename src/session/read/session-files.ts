import type { Kept } from '../../analyse/catalogue.ts'
import type { Dialect } from '../../dialect/dialect.ts'
import { UnsupportedOnDialect } from '../../errors/index.ts'
import type { FileSource } from '../../plan/file-source.ts'
import { describeRelation, type Relation, type TableName, walkRelations } from '../../plan/relation.ts'
import type { FileFrames } from '../keep/keeper.ts'
import { badRow } from './bad-row.ts'
import { readCsv } from './csv.ts'
import { type FileRead, selectOf } from './file-read.ts'
import { type FileReader, fileReader } from './file-reader.ts'
import { findFiles } from './find-files.ts'
import { readJson } from './json.ts'
import { readParquet } from './parquet.ts'

interface Known {
  readonly fingerprint: string
  readonly read: FileRead
}

/** The files that a session's frames read. */
export interface SessionFiles extends FileFrames {
  /** The rows of a frame of files, in batches, values as DuckDB gave them. */
  rows(relation: Relation): {
    readonly read: FileRead
    readonly batches: AsyncIterable<readonly (readonly unknown[])[]>
  }
  /** Sees to it that the columns are known. */
  describe(relation: Relation): Promise<void>
  /** Like `lookup`, for what outlives the session. @throws UnsupportedOnDialect */
  lookupForView(relation: Relation): Kept | undefined
  /** Why an action failed: the row of a file, where it is one; else the error as it was. */
  explain(relation: Relation, error: unknown): Promise<unknown>
  close(): Promise<void>
}

/** Where the rows will be that are not loaded yet: for who wants to see the SQL before. */
const NOT_YET: TableName = { schema: undefined, name: 'millrace_kept_files' }

/** @param dialect of the session: a database that cannot read files by itself gets their rows loaded */
export function fileFrames(dialect: () => Dialect): SessionFiles {
  const reader = fileReader()
  const known = new Map<Relation, Promise<Known>>()
  const settled = new Map<Relation, Known>()
  const native = (): boolean => dialect().capabilities.readsFiles

  const look = async (file: FileSource, before: Known | undefined): Promise<Known> => {
    const { files, fingerprint } = await findFiles(file.paths, reader)
    if (before?.fingerprint === fingerprint) return before
    return { fingerprint, read: await readOf(file, files, reader) }
  }
  const lookup = (relation: Relation): Kept | undefined => {
    const found = settled.get(relation)
    if (!found) return undefined
    const { fields } = found.read
    return native()
      ? { kind: 'statement', sql: selectOf(found.read), bindings: [], fields }
      : { kind: 'scan', table: NOT_YET, fields }
  }

  return {
    needsLoading: (relation) => relation.kind === 'file' && !native(),
    lookup,
    lookupForView(relation) {
      if (relation.kind === 'file' && !native()) {
        throw new UnsupportedOnDialect(`a view cannot read files: ${describeRelation(relation)}`, {
          hint: 'write a table: df.write(name); on DuckDB a view can',
        })
      }
      return relation.kind === 'file' ? lookup(relation) : undefined
    },
    async describe(relation) {
      try {
        await this.refresh(relation)
      } catch (error) {
        // What was kept of files is there though they are gone.
        if (!settled.has(relation)) throw error
      }
    },
    async refresh(relation) {
      if (relation.kind !== 'file') return undefined
      const before = settled.get(relation)
      // Several actions at once look once.
      const looking = known.get(relation) ?? look(relation.file, before)
      known.set(relation, looking)
      try {
        const now = await looking
        settled.set(relation, now)
        return now
      } finally {
        known.delete(relation)
      }
    },
    rows(relation) {
      const { read } = settled.get(relation) as Known
      return { read, batches: reader.stream(selectOf(read)) }
    },
    async explain(relation, error) {
      for (const node of walkRelations(relation)) {
        const found = settled.get(node)
        const row = found && (await badRow(found.read, error, native(), reader).catch(() => undefined))
        if (row) return row
      }
      return error
    },
    close: () => reader.close(),
  }
}

function readOf(file: FileSource, files: readonly string[], reader: FileReader): Promise<FileRead> {
  switch (file.format) {
    case 'csv':
      return readCsv(file, files, reader)
    case 'json':
      return readJson(file, files, reader)
    case 'parquet':
      return readParquet(file, files, reader)
    default:
      return file satisfies never
  }
}
