/** Projects in folders of their own, and `node` in them; for tests and for programs beside them. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

export interface Output {
  /** Exit code, or null where a signal ended the process. */
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

/** A command that goes on. */
export interface Running {
  readonly process: ChildProcess
  /** Resolves once standard error holds the text. */
  says(text: string): Promise<void>
  readonly ended: Promise<Output>
}

/** Writes files below a folder, and makes the folders on the way. */
export function writeFiles(root: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
}

/** Makes a folder a project in which `millrace` is the package as it was built, on the SQLite file `data/test.db`. */
export function makeProjectIn(root: string, repository: string, files: Readonly<Record<string, string>>): void {
  if (!existsSync(join(root, 'node_modules'))) mkdirSync(join(root, 'node_modules'))
  symlinkSync(repository, join(root, 'node_modules/millrace'), 'dir')
  writeFiles(root, {
    'package.json': '{ "type": "module" }',
    'app.js': `import { app } from 'millrace'
await app({ connections: { sqlite: () => import('./connections/sqlite.js'), broken: () => import('./connections/broken.js') }, connection: 'sqlite' })`,
    'connections/sqlite.js': `import { sqlite } from 'millrace/sqlite'\nexport const engine = sqlite({ file: 'data/test.db' })`,
    'connections/broken.js': `import { sqlite } from 'millrace/sqlite'\nexport const engine = sqlite({ file: 'no/such/folder/test.db' })`,
    ...files,
  })
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
