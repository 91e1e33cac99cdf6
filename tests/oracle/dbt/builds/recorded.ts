/** The recorded builds of dbt. */
import { readFileSync } from 'node:fs'

export interface RecordedNode {
  readonly name: string
  readonly type: 'model' | 'seed' | 'snapshot' | 'source'
  readonly deps: readonly string[]
  /** Its own statement fails; a view's only when it is read. */
  readonly fails?: boolean
  readonly materialized?: 'view' | 'table' | 'ephemeral' | 'incremental'
}

export interface RecordedTest {
  readonly name: string
  /** What it reads; the first is what it is declared on. */
  readonly on: readonly string[]
  /** How many bad rows it finds. */
  readonly failures: number
  readonly config: {
    readonly severity?: 'error' | 'warn'
    readonly warn_if?: string
    readonly error_if?: string
    readonly limit?: number
    readonly store_failures?: boolean
  }
  /** Its query fails. */
  readonly broken?: boolean
}

export type DbtStatus = 'success' | 'error' | 'skipped' | 'pass' | 'warn' | 'fail'

export interface Expected {
  readonly exit: number
  /** Of what was in the run. */
  readonly statuses: Readonly<Record<string, DbtStatus>>
}

export interface Build {
  readonly id: string
  readonly about?: string
  readonly nodes: readonly RecordedNode[]
  readonly tests?: readonly RecordedTest[]
  readonly unit_tests?: readonly { readonly name: string; readonly tested: string; readonly passes: boolean }[]
  /** Present where all nodes were built once before, healthy and without tests. */
  readonly before?: string
  /** Without the program's name: `build --select orders+`. */
  readonly command: string
  readonly expect: Expected
  /** A second command, after some nodes and tests were made healthy. */
  readonly then?: { readonly mended: readonly string[]; readonly command: string; readonly expect: Expected }
}

export function readBuilds(file: string): readonly Build[] {
  return (JSON.parse(readFileSync(file, 'utf8')) as { builds: readonly Build[] }).builds
}
