import type { SqliteFunction, SqliteValue } from './functions.ts'

export const asText = (value: SqliteValue | undefined): string => (typeof value === 'string' ? value : String(value))

/** Characters are code points, as everywhere in Millrace. */
export const characters = (text: string): string[] => Array.from(text)

/** A function of text and numbers that is NULL if any argument is. */
export function strict(name: string, fn: (...args: SqliteValue[]) => SqliteValue): SqliteFunction {
  return {
    name: `millrace_${name}`,
    options: { deterministic: true },
    fn: (...args) => (args.some((arg) => arg === null) ? null : fn(...args)),
  }
}
