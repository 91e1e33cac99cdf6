import { fileURLToPath } from 'node:url'

/** Lazily: an error's stack is formatted (and mapped to the source) only when somebody reads it. */
export function declaration(below: (...given: never[]) => unknown): () => readonly string[] {
  const holder: { stack?: string } = {}
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 6
  Error.captureStackTrace(holder, below)
  Error.stackTraceLimit = stackTraceLimit
  let frames: readonly string[] | undefined
  return () => {
    frames ??= (holder.stack ?? '').split('\n').flatMap((line) => frameOf(line) ?? [])
    return frames
  }
}

/** `/project/models/a.ts:3:5` from a stack's line, or undefined for node's own. */
export function frameOf(line: string): string | undefined {
  const found = /^\s*at (?:.*\()?((?:file:\/\/|\/|[A-Za-z]:\\)[^()]*:\d+:\d+)\)?$/.exec(line)
  const place = found?.[1]
  return place?.startsWith('file:') ? fileURLToPath(place) : place
}
