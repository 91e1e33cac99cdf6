/** Spellings that several dialects share. */
import type { Ddl } from './ddl.ts'

/** A name in quotes, inside a fragment: there a bare question mark would be a binding. */
export function quoted(ddl: Ddl, name: string): string {
  return ddl.quote(name).replaceAll('?', '\\?')
}

/** SQLite and DuckDB compare names by folding the 26 letters of ASCII and no others. */
export function asciiLower(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => letter.toLowerCase())
}

/** The unit that one of `trunc`'s words means. */
export function dayUnit(word: unknown): 'year' | 'quarter' | 'month' | 'week' {
  switch (word) {
    case 'year':
    case 'yyyy':
    case 'yy':
      return 'year'
    case 'quarter':
    case 'week':
      return word
    default:
      return 'month'
  }
}
