import { parseType, type SqlType } from '../../plan/type.ts'

/**
 * SQLite forgets the types of a view's computed columns. A view of ours carries them in a comment of its definition,
 * `millrace: {"total":"double"}`, which the catalogue keeps word for word.
 */
const COMMENT = /^CREATE\s+VIEW\s+.*?\s+AS\s+\/\* millrace: (\{.*?\}) \*\//is

/** The types that a view's definition tells, by column; empty for a view that somebody else made. */
export function viewTypes(definition: string): ReadonlyMap<string, SqlType> {
  const found = COMMENT.exec(definition)
  if (!found) return new Map()
  try {
    const types: unknown = JSON.parse(found[1] as string)
    return new Map(Object.entries(types as Record<string, string>).map(([name, type]) => [name, parseType(type)]))
  } catch {
    // Somebody edited it by hand: then the view is one of theirs.
    return new Map()
  }
}
