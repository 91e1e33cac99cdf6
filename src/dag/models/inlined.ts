import { isEphemeral } from './definition.ts'
import { fingerprintOf } from './model-node.ts'
import type { ResolvedModel } from './resolve-models.ts'

/** The ephemeral models that are part of a model's query, by full name, with a hash of what each declares. */
export type Inlined = Readonly<Record<string, string>>

/** Looks for what is part of a model's query, however far up; undefined where nothing is. */
export function inlinedIn(models: readonly ResolvedModel[]): (model: ResolvedModel) => Inlined | undefined {
  const ephemeral = new Map(
    models.flatMap((model) => (isEphemeral(model.definition) ? [[model.name, model] as const] : [])),
  )
  const hashes = new Map([...ephemeral].map(([name, model]) => [name, fingerprintOf(model)]))
  return ({ body }) => {
    const found = new Set<string>()
    const waiting = [...(body?.refs ?? [])]
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      const part = ephemeral.get(name)
      if (part === undefined || found.has(name)) continue
      found.add(name)
      waiting.push(...(part.body?.refs ?? []))
    }
    if (found.size === 0) return undefined
    return Object.fromEntries([...found].map((name) => [name, hashes.get(name) as string]))
  }
}
