import type { ResourceType, TaskGiven, TaskNode } from './graph.ts'
import { describeSchedule } from './schedule.ts'

/** One thing that differs between two definitions of a node. */
export interface Difference {
  readonly what: 'code' | 'options' | 'dependency' | 'schedule' | 'relation'
  /** `models/sales.ts`, `plan`, `ttlMinutes 60 → 30`, `+raw.orders`, `daily → monthly`, `marts.daily → daily`. */
  readonly detail: string
}

/** Two sets of tasks, compared: full names, each in exactly one of the four. */
export interface Comparison {
  readonly added: readonly string[]
  readonly removed: readonly string[]
  readonly equal: readonly string[]
  readonly changed: ReadonlyMap<string, readonly Difference[]>
}

/** Compares the definitions that the last run saw with those of now. */
export function compareTasks(before: ReadonlyMap<string, TaskNode>, now: ReadonlyMap<string, TaskNode>): Comparison {
  const added: string[] = []
  const equal: string[] = []
  const changed = new Map<string, readonly Difference[]>()
  for (const [name, node] of now) {
    const old = before.get(name)
    if (old === undefined) {
      added.push(name)
      continue
    }
    const differences = differencesOf(old, node)
    if (differences.length === 0) equal.push(name)
    else changed.set(name, differences)
  }
  return { added, removed: [...before.keys()].filter((name) => !now.has(name)), equal, changed }
}

/**
 * What makes two definitions of one node differ; empty if nothing does. Lines may move: they are no part of it. What is
 * declared (a model, say) is what its fingerprint says: comments, formatting and the rest of its file are no part of it,
 * nor are tags, owner and description, which change no row of what is built.
 */
export function differencesOf(old: TaskNode, now: TaskNode): readonly Difference[] {
  if (now.resourceType === 'task') {
    return [
      ...code(old, now),
      ...options(old, now),
      ...params(old, now),
      ...dependencies(old, now),
      ...schedule(old, now),
    ]
  }
  const body = plan(old, now)
  // The parents of a model come from its plan; where that is equal, they have at most moved to another file.
  const parents = body.length > 0 ? dependencies(old, now) : []
  return [...body, ...declared(old, now), ...parents, ...schedule(old, now), ...relation(old, now)]
}

/** Whether a run gives a node what the run of its last success gave it: `other parameters`, or undefined for the same. */
export function givenOtherwise(before: TaskGiven | undefined, now: TaskGiven | undefined): string | undefined {
  if (before?.part !== now?.part) return `read with ${before?.part ?? 'all rows'} at its last success`
  const others = [
    ...(before?.params === now?.params ? [] : ['other parameters']),
    ...(before?.interval === now?.interval ? [] : ['another interval']),
  ]
  return others.length === 0 ? undefined : `${others.join(' and ')} than at its last success`
}

/** `code (models/sales.ts), options (ttlMinutes 60 → 30)`. */
export function describeDifferences(differences: readonly Difference[]): string {
  const kinds = [...new Set(differences.map((difference) => difference.what))]
  return kinds
    .map((kind) => `${kind} (${differences.flatMap(({ what, detail }) => (what === kind ? detail : [])).join(', ')})`)
    .join(', ')
}

function code(old: TaskNode, now: TaskNode): Difference[] {
  return otherHashes(old.sources, now.sources).map((detail) => ({ what: 'code', detail }))
}

type Hashes = Readonly<Record<string, string>>

/** What has another hash, or is on one side alone. */
function otherHashes(old: Hashes = {}, now: Hashes = {}): readonly string[] {
  const names = new Set([...Object.keys(old), ...Object.keys(now)])
  return [...names].filter((name) => old[name] !== now[name]).sort((a, b) => (a < b ? -1 : 1))
}

const BODIES: Readonly<Record<ResourceType, string>> = {
  task: 'code',
  model: 'plan',
  snapshot: 'plan',
  test: 'query',
  seed: 'schema',
  source: 'schema',
}

function plan(old: TaskNode, now: TaskNode): Difference[] {
  const own: Difference[] =
    old.fingerprint === now.fingerprint ? code(old, now) : [{ what: 'code', detail: BODIES[now.resourceType] }]
  const parts = otherHashes(old.inlined, now.inlined)
  return [...own, ...parts.map((name): Difference => ({ what: 'code', detail: `through the ephemeral ${name}` }))]
}

const COMPARED = ['ttlMinutes', 'timeoutMs', 'tags', 'owner', 'description', 'enabled', 'trigger', 'retry'] as const

function options(old: TaskNode, now: TaskNode): Difference[] {
  return optionDifferences(chosen(old), chosen(now))
}

function chosen(node: TaskNode): Readonly<Record<string, unknown>> {
  return Object.fromEntries(COMPARED.map((key) => [key, node[key]]))
}

/** Of what is declared rather than done. */
function declared(old: TaskNode, now: TaskNode): Difference[] {
  const all = (node: TaskNode): Readonly<Record<string, unknown>> => ({
    enabled: node.enabled,
    severity: node.test?.severity,
    ...node.config,
  })
  return optionDifferences(all(old), all(now))
}

function optionDifferences(
  old: Readonly<Record<string, unknown>>,
  now: Readonly<Record<string, unknown>>,
): Difference[] {
  const keys = [...new Set([...Object.keys(now), ...Object.keys(old)])]
  return keys
    .filter((key) => text(old[key]) !== text(now[key]))
    .map((key) => ({
      what: 'options',
      detail: key === 'description' ? key : `${key} ${text(old[key])} → ${text(now[key])}`,
    }))
}

/** Of a default it is only said that it is another. */
function params({ params: old = {} }: TaskNode, { params: now = {} }: TaskNode): Difference[] {
  const names = [...new Set([...Object.keys(now), ...Object.keys(old)])]
  return names.flatMap((name): Difference[] => {
    const [was, is] = [old[name], now[name]]
    const said = (detail: string): Difference[] => [{ what: 'options', detail }]
    if (was === undefined) return said(`+params.${name}`)
    if (is === undefined) return said(`-params.${name}`)
    if (was.type !== is.type) return said(`params.${name} ${was.type} → ${is.type}`)
    return was.fallback === is.fallback ? [] : said(`default of params.${name}`)
  })
}

function dependencies(old: TaskNode, now: TaskNode): Difference[] {
  const gone = old.dependsOn.filter((name) => !now.dependsOn.includes(name)).map((name) => `-${name}`)
  const come = now.dependsOn.filter((name) => !old.dependsOn.includes(name)).map((name) => `+${name}`)
  return [...come, ...gone].map((detail) => ({ what: 'dependency', detail }))
}

function schedule(old: TaskNode, now: TaskNode): Difference[] {
  const [was, is] = [old, now].map((node) =>
    node.schedule === undefined ? 'every run' : describeSchedule(node.schedule),
  )
  return was === is ? [] : [{ what: 'schedule', detail: `${was} → ${is}` }]
}

function relation(old: TaskNode, now: TaskNode): Difference[] {
  const [was, is] = [old, now].map(({ relation: named }) =>
    named === undefined ? 'none' : named.schema === undefined ? named.name : `${named.schema}.${named.name}`,
  )
  return was === is ? [] : [{ what: 'relation', detail: `${was} → ${is}` }]
}

/** The same text for the same value, whether it has been through JSON or not. */
function text(value: unknown): string {
  if (value === undefined || value === null) return 'none'
  if (Array.isArray(value)) return `[${value.map(text).join(', ')}]`
  if (typeof value !== 'object') return String(value)
  const parts = Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => `${key} ${typeof part === 'object' && part !== null ? `(${text(part)})` : String(part)}`)
  return parts.join(', ')
}
