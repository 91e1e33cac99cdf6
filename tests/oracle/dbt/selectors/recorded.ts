/** `selectors.json`, as its README describes it. */
import { readFileSync } from 'node:fs'

export interface RecordedNode {
  readonly name: string
  readonly resource_type: 'model' | 'seed' | 'snapshot' | 'source' | 'test' | 'unit_test'
  readonly path: string
  readonly fqn: readonly string[]
  readonly tags: readonly string[]
  readonly group?: string
  readonly identifier?: string
  readonly declared_in?: string
  readonly config: Readonly<Record<string, unknown>>
  readonly depends_on: readonly string[]
  readonly body?: string
  readonly test_type?: 'generic' | 'singular' | 'unit'
  readonly test?: string
  readonly tested?: string
  readonly column?: string
}

/** The fields of a node that were other ones in the former project, with the former values. */
export interface FormerFields extends Partial<RecordedNode> {
  readonly description?: string
  readonly column_descriptions?: Readonly<Record<string, string>>
  /** Words about a helper that the body calls, and that was changed. */
  readonly helper?: string
}

export interface RecordedCase {
  readonly id: string
  readonly select: string | readonly string[] | null
  readonly exclude?: string | readonly string[]
  readonly resource_type?: readonly string[]
  readonly indirect?: 'eager' | 'cautious' | 'buildable' | 'empty'
  readonly state?: boolean
  readonly selected?: readonly string[]
  readonly error?: string
  readonly dbt_specific?: string
  readonly about?: string
}

export interface RecordedSelectors {
  readonly nodes: readonly RecordedNode[]
  readonly groups?: Readonly<Record<string, string>>
  readonly old: {
    readonly absent: readonly string[]
    readonly removed_since: readonly RecordedNode[]
    readonly changed: Readonly<Record<string, FormerFields>>
  }
  readonly old_results: readonly (readonly [name: string, status: string])[]
  readonly cases: readonly RecordedCase[]
}

export function readSelectors(file: string): RecordedSelectors {
  return JSON.parse(readFileSync(file, 'utf8')) as RecordedSelectors
}

/** All selectors of a case, as a command line would give them. */
export function selectorsOf({ select, exclude }: RecordedCase): { select: string[]; exclude: string[] } {
  return { select: [select ?? []].flat(), exclude: [exclude ?? []].flat() }
}
