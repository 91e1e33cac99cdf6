/** Spellings that several dialects share. */
import type { Ddl } from './ddl.ts'
import { type Fragment, fragment } from './fragment.ts'

/** A name in quotes, inside a fragment: there a bare question mark would be a binding. */
export function quoted(ddl: Ddl, name: string): string {
  return ddl.quote(name).replaceAll('?', '\\?')
}

/** `limit ? offset ?`. `all` stands for "no limit" where the engine wants one before an offset. */
export function limitOffset(count: number | undefined, offset: number | undefined, all = ''): Fragment {
  const parts: string[] = []
  const bindings: unknown[] = []
  if (count !== undefined) {
    parts.push('limit ?')
    bindings.push(BigInt(count))
  } else if (offset !== undefined && all !== '') parts.push(all)
  if (offset !== undefined) {
    parts.push('offset ?')
    bindings.push(BigInt(offset))
  }
  return fragment(parts.join(' '), bindings)
}
