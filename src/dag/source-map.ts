import { readFileSync } from 'node:fs'

/** A place in a source: its URL, line and column from 1. */
export interface SourcePlace {
  readonly url: string
  readonly line: number
  readonly column: number
}

/** What tells where in its source a line and column of a script stand, both from 1. */
export type SourceOf = (line: number, column: number) => SourcePlace | undefined

/**
 * Reads the source map that stands within a script. Node's own keeps an object for every piece of every line, of which
 * there are a hundred for each model; only a few of them are asked for.
 *
 * @param script its `file:` URL
 * @returns undefined for a script without such a map
 */
export function readSourceMap(script: string): SourceOf | undefined {
  const map = mapIn(script)
  if (map === undefined) return undefined
  const { sources, mappings } = map
  const starts = startsOfLines(mappings)
  const urls = new Map<string, string>()
  const urlOf = (source: string): string => {
    const url = urls.get(source) ?? new URL(source, script).href
    urls.set(source, url)
    return url
  }
  return (line, column) => {
    const [at, ...before] = starts.subarray((line - 1) * FIELDS, line * FIELDS)
    if (at === undefined) return undefined
    const cursor = { at }
    const sums = Int32Array.of(0, ...before)
    // The piece that the column is in is the last one that does not begin after it.
    let found: SourcePlace | undefined
    for (let code = mappings.charCodeAt(at); code >= 0 && code !== SEMICOLON; code = mappings.charCodeAt(cursor.at)) {
      if (code === COMMA) cursor.at += 1
      const fields = readPiece(mappings, cursor, sums)
      const [start = 0, source = 0, sourceLine = 0, sourceColumn = 0] = sums
      if (start >= column) break
      const name = fields >= FIELDS ? sources[source] : undefined
      found = name === undefined ? undefined : { url: name, line: sourceLine + 1, column: sourceColumn + 1 }
    }
    return found && { ...found, url: urlOf(found.url) }
  }
}

const MARK = '\n//# sourceMappingURL=data:application/json;base64,'

function mapIn(script: string): { readonly sources: readonly string[]; readonly mappings: string } | undefined {
  try {
    const code = readFileSync(new URL(script))
    const mark = code.lastIndexOf(MARK)
    if (mark < 0) return undefined
    const text = Buffer.from(code.toString('latin1', mark + MARK.length), 'base64').toString()
    const { sources, mappings }: { sources?: unknown; mappings?: unknown } = JSON.parse(text)
    return Array.isArray(sources) && typeof mappings === 'string' ? { sources, mappings } : undefined
  } catch {
    return undefined
  }
}

/** Of each line: where its text begins, and the source, line and column that its first piece is told from. */
const FIELDS = 4

/** Everything is told as the difference to what stood before: the whole text must be gone through once. */
function startsOfLines(mappings: string): Int32Array {
  let lines = 1
  for (let at = mappings.indexOf(';'); at >= 0; at = mappings.indexOf(';', at + 1)) lines += 1
  const starts = new Int32Array(lines * FIELDS)
  const sums = new Int32Array(FIELDS)
  const cursor = { at: 0 }
  let line = 0
  while (cursor.at < mappings.length) {
    const code = mappings.charCodeAt(cursor.at)
    if (code !== SEMICOLON && code !== COMMA) {
      readPiece(mappings, cursor, sums)
      continue
    }
    cursor.at += 1
    if (code === COMMA) continue
    line += 1
    sums[0] = 0
    starts.set(sums, line * FIELDS)
    starts[line * FIELDS] = cursor.at
  }
  return starts
}

/**
 * Adds a piece of a line to the sums of those before it: where it begins in the line, and its source, line and column
 * there, all from 0.
 *
 * @param cursor stands at its beginning, and then at what follows it
 * @returns how many numbers it has
 */
function readPiece(mappings: string, cursor: { at: number }, sums: Int32Array): number {
  let { at } = cursor
  let fields = 0
  for (let code = mappings.charCodeAt(at); code >= 0 && code !== COMMA && code !== SEMICOLON; ) {
    let value = 0
    let shift = 0
    let digit = DIGITS[code] as number
    for (; digit & MORE; shift += 5) {
      value |= (digit & ~MORE) << shift
      at += 1
      digit = DIGITS[mappings.charCodeAt(at)] as number
    }
    value |= digit << shift
    // A fifth number is that of a name, which nobody asks for.
    if (fields < FIELDS) sums[fields] = (sums[fields] as number) + (value & 1 ? -(value >> 1) : value >> 1)
    fields += 1
    at += 1
    code = mappings.charCodeAt(at)
  }
  cursor.at = at
  return fields
}

const SEMICOLON = 59
const COMMA = 44
/** Set in a digit that is not the last of its number. */
const MORE = 32
const DIGITS = new Uint8Array(128)
for (const [digit, letter] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries())
  DIGITS[letter.charCodeAt(0)] = digit
