import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { type Info, parse } from 'csv-parse'
import { InvalidValue } from '../../errors/index.ts'
import type { CsvFormat } from '../../plan/file-source.ts'

interface CsvRecord {
  readonly record: string[]
  readonly info: Info
}

/**
 * The n-th record of a file, from 0, and the line on which it ends. Only headers and the places of errors are read so:
 * the rows themselves are DuckDB's, which is faster and knows no lines.
 */
export async function csvRecord(file: string, format: CsvFormat, number: number): Promise<CsvRecord | undefined> {
  const parser = parse({
    bom: true,
    delimiter: format.delimiter,
    quote: format.quote === '' ? false : format.quote,
    ...(format.escape === '' ? {} : { escape: format.escape }),
    info: true,
    from: number + 1,
    to: number + 1,
    skip_empty_lines: true,
    relax_column_count: true,
  })
  const input = createReadStream(file)
  const streams = file.endsWith('.gz')
    ? pipeline(input, createGunzip(), parser, ignore)
    : pipeline(input, parser, ignore)
  try {
    for await (const one of streams as AsyncIterable<CsvRecord>) return one
    return undefined
  } catch (error) {
    throw new InvalidValue(`${file} cannot be read as CSV: ${(error as Error).message}`, { cause: error })
  } finally {
    input.destroy()
  }
}

/** Errors come out of the loop over the last stream. */
const ignore = (): void => undefined
