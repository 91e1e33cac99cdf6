import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { makeProjectIn, type Output, type Running, startNode, writeFiles } from '../support/project.ts'

export { type Output, type Running, startNode } from '../support/project.ts'

const repository = fileURLToPath(new URL('../..', import.meta.url))

export interface Project {
  readonly root: string
  write(files: Readonly<Record<string, string>>): void
  /** `node app.js …` in the project, to its end. */
  run(args: readonly string[], environment?: Readonly<Record<string, string>>): Promise<Output>
  start(args: readonly string[], environment?: Readonly<Record<string, string>>): Running
}

/**
 * A project of its own in a temporary folder, where `millrace` is the package as it was built. It is removed when the test
 * is over; a command that goes on then is killed first, or it would make the folder anew.
 */
export function makeProject(files: Readonly<Record<string, string>>): Project {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'millrace-cli-')))
  const commands: Running[] = []
  onTestFinished(async () => {
    for (const command of commands) command.process.kill('SIGKILL')
    await Promise.allSettled(commands.map(({ ended }) => ended))
    rmSync(root, { recursive: true, force: true })
  })
  makeProjectIn(root, repository, files)
  const start = (args: readonly string[], environment: Readonly<Record<string, string>> = {}): Running => {
    const command = startNode(['app.js', ...args], root, environment)
    commands.push(command)
    return command
  }
  return {
    root,
    write: (more) => writeFiles(root, more),
    start,
    run: (args, environment) => start(args, environment).ended,
  }
}

/** The files of the repository's own entry and connections, for a project that `MILLRACE_CONNECTION` sends to any of them. */
export function ownConnections(): Readonly<Record<string, string>> {
  const connections = readdirSync(join(repository, 'connections')).filter((file) => file.endsWith('.js'))
  const files = ['app.js', ...connections.map((file) => `connections/${file}`)]
  return Object.fromEntries(files.map((file) => [file, readFileSync(join(repository, file), 'utf8')]))
}

/** A task file with imports for everything the tests use. */
export function model(body: string): string {
  return `import { Cron, Daily, Monthly, Task } from 'millrace'\n${body}\n`
}
