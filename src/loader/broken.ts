import { relative, sep } from 'node:path'
import type { Message } from 'esbuild'
import { frameOf } from '../dag/declared-at.ts'
import { MillraceError as Base, listNames, type MillraceError, ModelError } from '../errors/index.ts'
import { sourcesOf } from './fingerprint.ts'
import { TooSlow } from './within.ts'

/** A model that could not be imported. */
export interface Failure {
  readonly file: string
  readonly error: unknown
}

/** The compiler's messages as errors of ours, each once. */
export function mistakesToErrors(mistakes: readonly Message[]): MillraceError[] {
  const seen = new Set<string>()
  return mistakes.flatMap(({ text, location, notes }) => {
    const file = location?.file.replaceAll(sep, '/')
    const at = location ? `${file}:${location.line}:${location.column + 1}` : undefined
    const key = `${at} ${text}`
    if (seen.has(key)) return []
    seen.add(key)
    const hints = [location?.suggestion ? `try ${location.suggestion}` : '', ...notes.map((note) => note.text)].filter(
      Boolean,
    )
    return new ModelError(file === undefined ? text : `${file}: ${text}`, { at, hint: hints.join('; ') || undefined })
  })
}

/**
 * One error for each cause: a file that throws makes all its importers fail with the same error object; the blame goes
 * to the file where it was thrown, and the importers are named under it.
 */
export function failuresToErrors(
  root: string,
  failures: readonly Failure[],
  imports: ReadonlyMap<string, readonly string[]>,
): MillraceError[] {
  const groups: Failure[][] = []
  for (const failure of failures) {
    const group = groups.find(([first]) => first !== undefined && sameCause(root, first, failure, imports))
    if (group) group.push(failure)
    else groups.push([failure])
  }
  return groups.map((group) => {
    const files = group.map(({ file }) => file)
    // Of the files that failed together, the one that imports none of the others.
    const innermost = files.find(
      (file) => !sourcesOf(file, imports).some((source) => source !== file && files.includes(source)),
    )
    const error = group[0]?.error
    const at = (error instanceof Base ? error.at : undefined) ?? placeOf(root, error)
    const file = at?.replace(/(?::\d+){1,2}$/, '') ?? innermost ?? files[0] ?? ''
    return toError(
      file,
      error,
      at,
      files.filter((other) => other !== file),
    )
  })
}

function sameCause(root: string, a: Failure, b: Failure, imports: ReadonlyMap<string, readonly string[]>): boolean {
  const related = sourcesOf(a.file, imports).includes(b.file) || sourcesOf(b.file, imports).includes(a.file)
  if (a.error instanceof TooSlow) return b.error instanceof TooSlow && related
  if (Object.is(a.error, b.error)) return related || (typeof a.error === 'object' && a.error !== null)
  // Two bundles that hold the same file throw two errors.
  return (
    related &&
    a.error instanceof Error &&
    b.error instanceof Error &&
    a.error.message === b.error.message &&
    placeOf(root, a.error) === placeOf(root, b.error)
  )
}

function toError(file: string, error: unknown, at: string | undefined, importers: readonly string[]): ModelError {
  const also = importers.length === 0 ? '' : `not loaded either, since they import it: ${listNames(importers)}`
  const own = error instanceof Base ? error.hint : error instanceof TooSlow ? SLOW : ''
  const hint = [own, also].filter(Boolean).join('; ') || undefined
  return new ModelError(`${file}: ${messageOf(error)}`, { at: at ?? file, hint, cause: error })
}

const SLOW = 'a model does no input or output while it is imported: move the top-level await into a task'

function messageOf(error: unknown): string {
  if (error instanceof TooSlow || error instanceof Base) return error.message
  if (error instanceof Error) return `${error.name}: ${error.message}`
  return `threw ${typeof error === 'object' ? 'an object that is no Error' : String(JSON.stringify(error))}`
}

/** The innermost place in the project's own sources: `models/sales.ts:31:5`. */
function placeOf(root: string, error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  for (const line of error.stack?.split('\n') ?? []) {
    const frame = frameOf(line)
    const place = frame && relative(root, frame).replaceAll(sep, '/')
    if (place && /\.[cm]?tsx?:\d+:\d+$/.test(place) && !/^\.\.\/|(?:^|\/)node_modules\//.test(place)) return place
  }
  return undefined
}
