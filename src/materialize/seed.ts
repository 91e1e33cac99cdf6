import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { didYouMean, InvalidValue, listNames, MillraceError, UnknownColumn, UnknownFile } from '../errors/index.ts'
import type { CsvFormat } from '../plan/file-source.ts'
import type { Relation } from '../plan/relation.ts'
import type { Fields } from '../plan/schema.ts'
import { csvRecord } from '../session/read/csv-records.ts'
import type { SessionScope } from '../session/scope.ts'
import type { WriteResult } from '../write/index.ts'
import { type Materialized, materializeTable } from './relation.ts'

/** A CSV file that is to become a table. */
export interface SeedLoad extends Pick<Materialized, 'target' | 'models'> {
  /** Absolute path. */
  readonly file: string
  /** What messages call it: `seeds/countries.csv`. */
  readonly shownAs: string
  /** The columns, by name: the file has exactly these, in whatever order. */
  readonly fields: Fields
}

/** RFC 4180, UTF-8, with a header. */
const FORMAT: CsvFormat = {
  header: true,
  delimiter: ',',
  quote: '"',
  escape: '"',
  nullValue: '',
  inferSchema: false,
  empty: 'byType',
}

/**
 * Replaces a table with the rows of a CSV file, atomically (as `write` with `overwrite`).
 *
 * What is empty is NULL; in a column of texts that cannot be NULL it is an empty text, and `""` is one in every column of
 * texts.
 *
 * @throws UnknownFile; UnknownColumn for a header that is not the schema's; InvalidValue with the file, line, column and
 * value for what a type cannot hold; and what writing throws
 */
export async function loadSeed(scope: SessionScope, seed: SeedLoad): Promise<WriteResult> {
  const { file, fields, target, models } = seed
  const rows: Relation = { kind: 'file', file: { format: 'csv', paths: [file], fields, options: FORMAT } }
  try {
    await checkHeader(seed)
    return await materializeTable(scope, { relation: rows, target, models })
  } catch (error) {
    throw calledAsShown(error, seed)
  } finally {
    await scope.keeper.unmark(rows)
  }
}

/** The header has the schema's columns and no others. @throws UnknownFile, UnknownColumn, InvalidValue */
async function checkHeader({ file, shownAs, fields }: SeedLoad): Promise<void> {
  if (!existsSync(file)) {
    const folder = dirname(file)
    const near = existsSync(folder) ? didYouMean(basename(file), readdirSync(folder)) : undefined
    throw new UnknownFile(`there is no file ${shownAs}`, { hint: near ?? `it was looked for in ${folder}` })
  }
  const header = (await csvRecord(file, FORMAT, 0))?.record
  if (header === undefined) {
    throw new InvalidValue(`${shownAs} is empty: its first line must have the names of the columns`, {
      hint: fields.map(({ name }) => name).join(','),
    })
  }
  const wanted = fields.map(({ name }) => name)
  const missing = wanted.filter((name) => !header.includes(name))
  const unknown = header.filter((name) => !wanted.includes(name))
  if (missing.length + unknown.length === 0) return
  const said = [
    ...(missing.length > 0 ? [`${quoted(missing)} of the schema ${missing.length === 1 ? 'is' : 'are'} missing`] : []),
    ...(unknown.length > 0 ? [`${quoted(unknown)} ${unknown.length === 1 ? 'is' : 'are'} not in the schema`] : []),
  ]
  const nearest = missing.length > 0 ? didYouMean(missing[0] as string, unknown) : undefined
  throw new UnknownColumn(`${shownAs}, line 1: ${said.join(', and ')}`, {
    hint: [nearest, `The file has ${listNames(header)}; the schema ${listNames(wanted)}.`].filter(Boolean).join(' '),
  })
}

const quoted = (names: readonly string[]): string => listNames(names.map((name) => JSON.stringify(name)))

/** People know the file by the name that they wrote. */
function calledAsShown(error: unknown, { file, shownAs }: SeedLoad): unknown {
  if (error instanceof MillraceError) {
    error.message = error.message.replaceAll(file, shownAs)
    error.hint = error.hint?.replaceAll(file, shownAs)
  }
  return error
}
