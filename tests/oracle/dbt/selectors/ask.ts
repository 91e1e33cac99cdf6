/** Puts a recorded selection to Millrace. */

import { RESOURCE_TYPES, type ResourceType } from '../../../../src/dag/graph.ts'
import { selectTasks } from '../../../../src/dag/select/select.ts'
import { UsageError } from '../../../../src/errors/index.ts'
import { sorted } from '../../../dag/support.ts'
import type { Project } from './project.ts'
import { type RecordedCase, type RecordedSelectors, selectorsOf } from './recorded.ts'

/** dbt's names, sorted; or the message of a refusal. */
export type Answer = { readonly selected: readonly string[] } | { readonly error: string }

export function ask(one: RecordedCase, project: Project): Answer {
  const types = one.resource_type?.filter((type) => type !== 'unit_test')
  // Asked for nothing but what there is not: an empty list would mean every type.
  if (types?.length === 0) return { selected: [] }
  const unknown = types?.find((type) => !(RESOURCE_TYPES as readonly string[]).includes(type))
  if (unknown !== undefined) return { error: `no resource type ${unknown}` }
  try {
    const { names } = selectTasks(
      project.graph,
      {
        ...selectorsOf(one),
        indirectSelection: one.indirect,
        resourceTypes: types as readonly ResourceType[] | undefined,
      },
      one.state ? project.history : {},
    )
    return { selected: sorted([...names].map((name) => project.recordedName.get(name) ?? name)) }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    return error.message.startsWith('nothing selected') ? { selected: [] } : { error: error.message }
  }
}

/** What dbt answered, without the unit tests: those are no nodes of Millrace's. */
export function recordedAnswer(one: RecordedCase, { nodes }: RecordedSelectors): Answer {
  if (one.error !== undefined) return { error: one.error }
  const unitTests = new Set(nodes.flatMap((node) => (node.resource_type === 'unit_test' ? node.name : [])))
  return { selected: sorted((one.selected ?? []).filter((name) => !unitTests.has(name))) }
}

/** The same names, or a refusal of both. */
export function same(a: Answer, b: Answer): boolean {
  if ('error' in a || 'error' in b) return 'error' in a && 'error' in b
  return a.selected.length === b.selected.length && a.selected.every((name, index) => name === b.selected[index])
}
