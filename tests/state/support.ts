import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { TaskNode } from '../../src/dag/graph.ts'
import { openState } from '../../src/state/open.ts'
import type { TaskOutcome } from '../../src/state/outcome.ts'
import type { State } from '../../src/state/state.ts'

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'millrace-state-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The state of a file, closed when the test is over, with the warnings that opening it gave. */
export function opened(file: string): State & { warnings: string[] } {
  const warnings: string[] = []
  const state = openState({
    file,
    command: 'node app.js run',
    warn: (message, hint) => warnings.push([message, hint].filter(Boolean).join(' ')),
  })
  onTestFinished(() => state.close())
  return { ...state, warnings }
}

/** A task that depends on nothing, as data. */
export function node(name: string, changes: Partial<TaskNode> = {}): TaskNode {
  const [file = name, exportName = name] = name.split('.')
  return {
    resourceType: 'task',
    name,
    shortName: exportName,
    file: `models/${file}.ts`,
    exportName,
    line: 1,
    dependsOn: [],
    schedule: undefined,
    retry: { times: 0, delayMs: 1000, backoff: 'fixed', jitter: false, custom: false },
    ttlMinutes: undefined,
    timeoutMs: undefined,
    tags: [],
    owner: undefined,
    description: undefined,
    enabled: true,
    trigger: 'allSuccess',
    sources: {},
    ...changes,
  }
}

export function outcome(task: string, changes: Partial<TaskOutcome> = {}): TaskOutcome {
  return {
    task,
    state: 'success',
    reason: undefined,
    failure: undefined,
    attempts: 1,
    startedAt: new Date('2026-11-02T10:00:01Z'),
    endedAt: new Date('2026-11-02T10:00:05Z'),
    rowsWritten: 0,
    ...changes,
  }
}

/** Records the start of a run that stands for `now`, on the wall from 10:00:00. */
export function start(
  state: State,
  runId: string,
  definitions: TaskNode[],
  changes: { connection?: string; now?: Date } = {},
): void {
  const startedAt = new Date('2026-11-02T10:00:00Z')
  state.runStarted({ runId, connection: 'sqlite', now: startedAt, startedAt, definitions, ...changes })
}
