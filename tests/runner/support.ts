import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { onTestFinished } from 'vitest'
import type { Decision } from '../../src/dag/due.ts'
import type { Graph, TaskNode } from '../../src/dag/graph.ts'
import type { RunEvent, RunReport, TaskOutcome } from '../../src/runner/events.ts'
import type { RunOptions } from '../../src/runner/options.ts'
import type { State } from '../../src/state/state.ts'

const DIST = new URL('../../dist/', import.meta.url)

/** Slots are threads and processes of plain Node, so what they run is the build; the types are those of the sources. */
const { run } = (await import(new URL('runner/run.js', DIST).href)) as typeof import('../../src/runner/run.ts')
const { openState } = (await import(new URL('state/open.js', DIST).href)) as typeof import('../../src/state/open.ts')

/** A task of a test: which export of which model, and what is not as usual about it. */
export type NodeSpec = Partial<TaskNode> & { readonly name: string }

export function node({ name, ...changes }: NodeSpec): TaskNode {
  const [file = name, ...exported] = name.split('.')
  return {
    resourceType: 'task',
    name,
    shortName: exported.join('.'),
    file: `models/${file}.mjs`,
    exportName: exported.join('.'),
    line: 1,
    dependsOn: [],
    schedule: undefined,
    retry: { times: 0, delayMs: 1, backoff: 'fixed', jitter: false, custom: false },
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

/** Nodes in an order in which every one comes after its dependencies. */
export function graphOf(nodes: readonly TaskNode[]): Graph {
  const levels: string[][] = []
  const levelOf = new Map<string, number>()
  for (const { name, dependsOn } of nodes) {
    const level = Math.max(-1, ...dependsOn.map((parent) => levelOf.get(parent) ?? -1)) + 1
    levelOf.set(name, level)
    levels[level] = [...(levels[level] ?? []), name]
  }
  return { nodes: new Map(nodes.map((one) => [one.name, one])), levels }
}

export interface Project {
  readonly root: string
  /** What `run` needs of the project. */
  readonly options: Omit<RunOptions, 'state' | 'onEvent'>
  openState(): State
}

interface ProjectSpec {
  /** Bodies of `models/NAME.mjs`; `Task`, `Sqlite`, `FatalError` and `root` are there. */
  readonly models: Readonly<Record<string, string>>
  readonly nodes: readonly NodeSpec[]
  /** By task; what is not named runs. */
  readonly decisions?: Readonly<Record<string, Decision | 'not selected'>>
  /** Body of the entry; by default it offers one connection, `main`, on the SQLite file `data.db`. */
  readonly entry?: string
}

const from = (path: string) => JSON.stringify(new URL(path, DIST).href)

/** Writes a project to a temporary folder. */
export function project({ models, nodes, decisions = {}, entry }: ProjectSpec): Project {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'millrace-run-')))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  // On one line, so that the lines of a model are those that the test wrote.
  const preamble = [
    `import { Task } from ${from('dag/define-task.js')}`,
    `import { FatalError } from ${from('errors/index.js')}`,
    `import Sqlite from ${JSON.stringify(import.meta.resolve('better-sqlite3'))}`,
    `const root = ${JSON.stringify(root)}`,
  ].join('; ')
  for (const [name, body] of Object.entries(models)) put(`models/${name}.mjs`, `${preamble}; ${body}`)
  const files = Object.keys(models).map((name) => `models/${name}.mjs`)
  put(
    'bundle.mjs',
    `export const models = { ${files.map((file) => `'${file}': () => import('./${file}')`).join(', ')} }`,
  )
  put(
    'app.mjs',
    `import { offerApplication } from ${from('runner/handover.js')}
     ${
       entry ??
       `const connect = async () => ({ engine: (await import(${from('engine/sqlite/index.js')})).sqlite({ file: '${root}/data.db' }) })
        offerApplication({ connections: { main: connect }, connection: 'main' })`
     }`,
  )
  const all = nodes.map(node)
  return {
    root,
    options: {
      runId: 'run-1',
      graph: graphOf(all),
      decisions: new Map(
        all.flatMap(({ name }) => {
          const decision = decisions[name] ?? { kind: 'run' as const }
          return decision === 'not selected' ? [] : [[name, decision] as const]
        }),
      ),
      entry: pathToFileURL(join(root, 'app.mjs')).href,
      bundleUrl: pathToFileURL(join(root, 'bundle.mjs')).href,
      root,
      connectionName: 'main',
      interruptible: false,
      threads: 2,
      now: new Date('2026-11-02T10:00:00Z'),
    },
    openState() {
      const state = openState({ file: join(root, '.millrace/state.db'), command: 'test', warn: () => {} })
      onTestFinished(() => state.close())
      return state
    },
  }
}

export interface Finished {
  readonly report: RunReport
  readonly events: readonly RunEvent[]
  readonly state: State
  /** The outcome of a task. */
  task(name: string): TaskOutcome
  /** `task state` for each task of the report. */
  readonly states: readonly string[]
  /** All that a task printed, in order. */
  printed(name: string): string
}

/** Runs a project to its end. */
export async function finish(spec: ProjectSpec | Project, changes: Partial<RunOptions> = {}): Promise<Finished> {
  const made = 'options' in spec ? spec : project(spec)
  const events: RunEvent[] = []
  const state = changes.state ?? made.openState()
  const report = await run({
    ...made.options,
    ...changes,
    state,
    onEvent(event) {
      events.push(event)
      changes.onEvent?.(event)
    },
  })
  return {
    report,
    events,
    state,
    states: report.tasks.map(({ task, state: ended }) => `${task} ${ended}`),
    task(name) {
      const found = report.tasks.find(({ task }) => task === name)
      if (found === undefined) throw new Error(`${name} is not in the report`)
      return found
    },
    printed: (name) =>
      events.flatMap((event) => (event.kind === 'taskPrinted' && event.task === name ? [event.text] : [])).join(''),
  }
}
