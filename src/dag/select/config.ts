import type { TaskNode } from '../graph.ts'

/**
 * `config.meta.owner:ana`: true where the option at the end of `path` is the text, or a list or object that holds it.
 * `true` and `false` mean booleans, in any case; numbers are not matched by text, and there are no wildcards: as dbt has it.
 */
export function byConfig(path: readonly string[], value: string): (node: TaskNode) => boolean {
  const lower = value.toLowerCase()
  const flag = lower === 'true' ? true : lower === 'false' ? false : undefined
  const severity = path.length === 1 && path[0] === 'severity'
  const means = (held: unknown): boolean =>
    held === value || (flag !== undefined && held === flag) || (severity && held === lower)
  return (node) => {
    const held = optionAt(node, path)
    if (Array.isArray(held)) return held.some(means)
    return isObject(held) ? Object.hasOwn(held, value) : means(held)
  }
}

/** Texts that a selector of this option could name, for messages. */
export function configValues(node: TaskNode, path: readonly string[]): readonly string[] {
  const held = optionAt(node, path)
  const all = Array.isArray(held) ? held : isObject(held) ? Object.keys(held) : [held]
  return all.flatMap((one) => (typeof one === 'string' || typeof one === 'boolean' ? String(one) : []))
}

function optionAt({ config, tags, enabled, owner, test }: TaskNode, path: readonly string[]): unknown {
  let held: unknown = { tags, enabled, owner, severity: test?.severity, ...config }
  for (const key of path) held = isObject(held) && Object.hasOwn(held, key) ? held[key] : undefined
  return held
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
