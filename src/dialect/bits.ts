import type { SqlType } from '../plan/type.ts'

/** How many bits a whole number's type has. */
export function bitsOf(type: SqlType | undefined): number {
  return { byte: 8, short: 16, int: 32 }[type?.kind as string] ?? 64
}
