import { findSourceMap } from 'node:module'
import { fileURLToPath } from 'node:url'
import { readSourceMap, type SourceOf, type SourcePlace } from './source-map.ts'

/** Where in which files something is declared, innermost first: `/project/models/sales.ts:31:14`. */
export type Frames = () => Iterable<string>

/** Lazily: a stack is mapped to the sources only when somebody reads it, and only as far. */
export function declaration(below: (...given: never[]) => unknown): Frames {
  const holder: { stack?: unknown } = {}
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 6
  Error.captureStackTrace(holder, below)
  Error.stackTraceLimit = stackTraceLimit
  return () => framesOf(sitesOf(holder))
}

function* framesOf(sites: readonly NodeJS.CallSite[]): Iterable<string> {
  for (const site of sites) {
    const place = placeOf(site)
    if (place !== undefined) yield place
  }
}

/** `/project/models/a.ts:3:5` from a stack's line, or undefined for node's own. */
export function frameOf(line: string): string | undefined {
  const found = /^\s*at (?:.*\()?((?:file:\/\/|\/|[A-Za-z]:\\)[^()]*:\d+:\d+)\)?$/.exec(line)
  const place = found?.[1]
  return place?.startsWith('file:') ? fileURLToPath(place) : place
}

/** The calls themselves: thousands of stacks as text, each with the names of its functions, would take long. */
function sitesOf(holder: { readonly stack?: unknown }): readonly NodeJS.CallSite[] {
  const { prepareStackTrace } = Error
  Error.prepareStackTrace = (_, sites) => sites
  try {
    return Array.isArray(holder.stack) ? (holder.stack as NodeJS.CallSite[]) : []
  } finally {
    Error.prepareStackTrace = prepareStackTrace
  }
}

/** Where a call stands in its source, as {@link frameOf} says it. */
function placeOf(site: NodeJS.CallSite): string | undefined {
  const script = site.getFileName()
  const [line, column] = [site.getLineNumber(), site.getColumnNumber()]
  if (!script || line === null || column === null || !/^(?:file:|\/|[A-Za-z]:\\)/.test(script)) return undefined
  const place = `${script}:${line}:${column}`
  const known = places.get(place)
  if (known !== undefined) return known
  const { url, ...at } = sourceOf(script, line, column) ?? { url: script, line, column }
  const found = `${url.startsWith('file:') ? fileURLToPath(url) : url}:${at.line}:${at.column}`
  places.set(place, found)
  return found
}

function sourceOf(script: string, line: number, column: number): SourcePlace | undefined {
  let read = maps.get(script)
  if (read === undefined) {
    read = (script.startsWith('file:') && readSourceMap(script)) || nodesOwn(script)
    maps.set(script, read)
  }
  return read(line, column)
}

/** A map of another form, where Node was told to read maps. */
const nodesOwn =
  (script: string): SourceOf =>
  (line, column) => {
    const entry = findSourceMap(script)?.findEntry(line - 1, column - 1)
    if (entry === undefined || !('originalSource' in entry)) return undefined
    return { url: entry.originalSource, line: entry.originalLine + 1, column: entry.originalColumn + 1 }
  }

/** By the script's URL. */
const maps = new Map<string, SourceOf>()

/** Place in a script → place in its source: what imports the files stands below all that they declare. */
const places = new Map<string, string>()
