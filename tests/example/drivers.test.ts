import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Project } from '../cli/project.ts'
import { exampleProject, targetFor } from './project.ts'

const DRIVERS = ['better-sqlite3', 'pg', 'pg-query-stream', 'mssql', 'tedious'] as const
const trace = fileURLToPath(new URL('trace.mjs', import.meta.url))

/** Which drivers a command asks for, in all its threads and processes, and whether it asked for `also`. */
async function asked(project: Project, args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const file = join(project.root, 'trace.txt')
  const { code, stderr } = await project.run(args, {
    ...environment,
    NODE_OPTIONS: `--import=${trace}`,
    MILLRACE_TRACE: file,
  })
  expect(code, stderr).toBe(0)
  const names = new Set(readFileSync(file, 'utf8').split('\n'))
  return { drivers: DRIVERS.filter((driver) => names.has(driver)), names }
}

test('--help loads no driver, and not even Knex', async () => {
  const { drivers, names } = await asked(exampleProject(), ['--help'])
  expect(drivers).toEqual([])
  expect(names).not.toContain('knex')
  // The trace sees what is loaded.
  expect(names).toContain('commander')
})

test('a run on SQLite loads neither pg nor mssql, in none of its threads', async () => {
  const { drivers, names } = await asked(exampleProject(), ['run'])
  expect(drivers).toEqual(['better-sqlite3'])
  // Threads are seen too: they alone load what the models import.
  expect(names).toContain('csv-parse/sync')
})

test('a run on PostgreSQL loads its driver, and the one that the state is kept with', async () => {
  const project = exampleProject()
  const target = await targetFor('postgresql', project)
  const { drivers } = await asked(project, ['run'], target.environment)
  // Streams come only with who iterates over a frame.
  expect(drivers).toEqual(['better-sqlite3', 'pg'])
})
