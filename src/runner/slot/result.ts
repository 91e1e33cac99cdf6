import { types } from 'node:util'
import { serialize } from 'node:v8'
import { UnserialisableResult } from '../../errors/index.ts'

/**
 * Checks that what a task returned can leave its thread or process (plain data, dates, maps, cycles).
 *
 * @throws UnserialisableResult naming the part that cannot: `result.rows[3].format is a function`
 */
export function checkResult(result: unknown): void {
  try {
    serialize(result)
  } catch (error) {
    const culprit = find(result, 'result', new Set())
    const why = error instanceof Error ? error.message : String(error)
    throw new UnserialisableResult(
      `the task returned something that cannot leave it: ${culprit ?? why.replace(/^#/, 'an ')}`,
      { hint: 'Return plain data (numbers, texts, dates, arrays, objects of these), or nothing.' },
    )
  }
}

/** The first part that structured cloning refuses, as a path; depth first, in the order of the keys. */
function find(value: unknown, path: string, seen: Set<unknown>): string | undefined {
  if (typeof value === 'function') return `${path} is a function`
  if (typeof value === 'symbol') return `${path} is a symbol`
  if (typeof value !== 'object' || value === null || seen.has(value)) return undefined
  seen.add(value)
  if (types.isProxy(value)) return `${path} is a proxy`
  if (value instanceof Promise) return `${path} is a promise (was it meant to be awaited?)`
  if (value instanceof WeakMap || value instanceof WeakSet || value instanceof WeakRef)
    return `${path} is a weak reference`
  if (value instanceof Map || value instanceof Set) {
    for (const part of value instanceof Map ? [...value].flat() : value) {
      const found = find(part, `${path}.<${value instanceof Map ? 'Map' : 'Set'} entry>`, seen)
      if (found !== undefined) return found
    }
    return undefined
  }
  for (const key of Object.keys(value)) {
    const found = find(
      (value as Record<string, unknown>)[key],
      Array.isArray(value) ? `${path}[${key}]` : step(path, key),
      seen,
    )
    if (found !== undefined) return found
  }
  return undefined
}

function step(path: string, key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`
}
