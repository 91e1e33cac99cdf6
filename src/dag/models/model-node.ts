import { canonicalText } from '../../plan/canonical.ts'
import { sha256 } from '../../plan/sha256.ts'
import { formatType } from '../../plan/type.ts'
import type { TaskNode } from '../graph.ts'
import { nodeFields } from '../node-fields.ts'
import type { Definition } from './definition.ts'
import type { Inlined } from './inlined.ts'
import type { ResolvedModel } from './resolve-models.ts'

/** A model, snapshot, seed or source as a node of the graph. @param dependsOn full names @param inlined part of its query */
export function modelNode(
  model: ResolvedModel,
  shortName: string,
  dependsOn: readonly string[],
  inlined: Inlined | undefined,
): TaskNode {
  const { name, file, declaredIn, exportName, line, definition, relation, sources } = model
  const config = configOf(definition)
  return {
    resourceType: definition.kind,
    name,
    shortName,
    file,
    declaredIn,
    exportName,
    line,
    dependsOn,
    ...nodeFields(definition.options),
    relation,
    config,
    fingerprint: fingerprintOf(model),
    ...(inlined && { inlined }),
    sources,
  }
}

/** A hash of what is declared: comments, formatting and names of variables are no part of it, options stand beside it. */
export function fingerprintOf({ body, definition }: ResolvedModel): string {
  const parts: string[] = []
  if (body !== undefined) {
    parts.push(canonicalText(body.full))
    if (body.incremental !== undefined) parts.push(`\n\n${canonicalText(body.incremental)}`)
  }
  if ('fields' in definition && definition.fields !== undefined)
    parts.push(
      definition.fields.map(({ name, type, nullable }) => `${name} ${formatType(type)} ${nullable}`).join('\n'),
    )
  return sha256(parts.join('')).slice(0, 32)
}

/** What `config.x` selects by: every option that says how the relation is made. */
function configOf(definition: Definition): Readonly<Record<string, unknown>> {
  const { dependsOn, runsOn, retry, ttlMinutes, timeout, tags, owner, description, enabled, trigger, ...own } =
    definition.options as Readonly<Record<string, unknown>>
  const { tests, modelTests, contract, schema, columns, ...config } = own
  const kept = definition.kind === 'source' || definition.kind === 'seed' ? {} : { columns }
  return JSON.parse(
    JSON.stringify({
      ...config,
      ...(definition.kind === 'source' ? {} : { schema }),
      ...(definition.kind === 'snapshot' ? kept : {}),
      ...(contract === undefined ? {} : { contract: true }),
      materialized: materializationOf(definition),
    }),
  ) as Readonly<Record<string, unknown>>
}

/** `view`, `table` …; a seed, a snapshot and a source are what they are called. */
function materializationOf(definition: Definition): string {
  return definition.kind === 'model' ? (definition.options.materialized ?? 'table') : definition.kind
}
