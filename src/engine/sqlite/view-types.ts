import type { Field } from '../../plan/schema.ts'
import { formatType, parseType, type SqlType } from '../../plan/type.ts'

/**
 * SQLite forgets the types of a view's computed columns. A view of ours carries them in a comment of its definition,
 * `millrace: {"total":"double"}`, which the catalogue keeps word for word.
 */
const COMMENT = /^CREATE\s+VIEW\s+.*?\s+AS\s+\/\* millrace: (\{.*?\}) \*\//is

/** The comment to put between AS and SELECT. */
export function viewTypesComment(fields: readonly Field[]): string {
  const types = Object.fromEntries(fields.map((field) => [field.name, formatType(field.type)]))
  // No name can end the comment: a slash is written by its number.
  return `/* millrace: ${JSON.stringify(types).replaceAll('/', '\\u002f')} */`
}

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
