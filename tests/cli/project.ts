import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'

const repository = fileURLToPath(new URL('../..', import.meta.url))

export interface Output {
  /** Exit code, or null where a signal ended the process. */
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface Project {
  readonly root: string
  write(files: Readonly<Record<string, string>>): void
  /** `node app.js …` in the project, to its end. */
  run(args: readonly string[], environment?: Readonly<Record<string, string>>): Promise<Output>
  start(args: readonly string[], environment?: Readonly<Record<string, string>>): Running
}

/** A command that goes on. */
export interface Running {
  readonly process: ChildProcess
  /** Resolves once standard error holds the text. */
  says(text: string): Promise<void>
  readonly ended: Promise<Output>
}

/** A project of its own in a temporary folder, where `millrace` is the package as it was built; removed when the test is over. */
export function makeProject(files: Readonly<Record<string, string>>): Project {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'millrace-cli-')))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const write = (more: Readonly<Record<string, string>>): void => {
    for (const [file, text] of Object.entries(more)) {
      mkdirSync(dirname(join(root, file)), { recursive: true })
      writeFileSync(join(root, file), text)
    }
  }
  mkdirSync(join(root, 'node_modules'))
  symlinkSync(repository, join(root, 'node_modules/millrace'), 'dir')
  write({
    'package.json': '{ "type": "module" }',
    'app.js': `import { app } from 'millrace'
await app({ connections: { sqlite: () => import('./connections/sqlite.js'), broken: () => import('./connections/broken.js') }, connection: 'sqlite' })`,
    'connections/sqlite.js': `import { sqlite } from 'millrace/sqlite'\nexport const engine = sqlite({ file: 'data/test.db' })`,
    'connections/broken.js': `import { sqlite } from 'millrace/sqlite'\nexport const engine = sqlite({ file: 'no/such/folder/test.db' })`,
    ...files,
  })
  const start = (args: readonly string[], environment: Readonly<Record<string, string>> = {}): Running =>
    startNode(['app.js', ...args], root, environment)
  return { root, write, start, run: (args, environment) => start(args, environment).ended }
}

/** `node …` in a folder, without what the environment of the tests says of colours and connections. */
export function startNode(
  args: readonly string[],
  cwd: string,
  environment: Readonly<Record<string, string>> = {},
): Running {
  const { NO_COLOR, FORCE_COLOR, CI, MILLRACE_CONNECTION, NODE_OPTIONS, VITEST, ...rest } = process.env
  const child = spawn(process.execPath, args, {
    cwd,
    env: { ...rest, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const out = { stdout: '', stderr: '' }
  const waiting = new Set<() => void>()
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      out[stream] += text
      for (const check of waiting) check()
    })
  }
  const ended = new Promise<Output>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code, signal) => resolve({ code, signal, ...out }))
  })
  const says = (text: string): Promise<void> =>
    new Promise((resolve, reject) => {
      const check = (): void => {
        if (!out.stderr.includes(text)) return
        waiting.delete(check)
        resolve()
      }
      waiting.add(check)
      check()
      void ended.then(({ stderr }) => reject(new Error(`ended without saying "${text}":\n${stderr}`)))
    })
  return { process: child, says, ended }
}

/** A task file with imports for everything the tests use. */
export function model(body: string): string {
  return `import { Cron, Daily, Monthly, Task } from 'millrace'\n${body}\n`
}
