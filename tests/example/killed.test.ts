import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { openState } from '../../src/state/open.ts'
import type { Project } from '../cli/project.ts'
import { seeded } from '../support/seeded.ts'
import { contentsOf, dropAll, exampleProject, type Target, targetFor } from './project.ts'

const random = seeded()

/** One instant for all: versions of rows tell when they began. */
const NOW = ['--now', '2026-11-21T09:00:00Z'] as const

/** Starts a run in a process group of its own and kills the whole group after so many milliseconds. */
async function killedRun(project: Project, target: Target, afterMs: number): Promise<'killed' | 'over'> {
  const child = spawn(process.execPath, ['app.js', 'run', '--force', ...NOW], {
    cwd: project.root,
    env: { ...process.env, ...target.environment },
    detached: true,
    stdio: 'ignore',
  })
  const kill = (): void => {
    try {
      process.kill(-(child.pid as number), 'SIGKILL')
    } catch {
      // It has ended by itself.
    }
  }
  onTestFinished(kill)
  const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>
  // Not to wait for something: the instant itself is what is tried.
  await Promise.race([ended, delay(afterMs)])
  kill()
  const [, signal] = await ended
  return signal === 'SIGKILL' ? 'killed' : 'over'
}

test.each([
  ['sqlite', 12],
  ['postgresql', 6],
] as const)(
  'a run on %s killed at %i instants leaves whole tables, and the next one ends well',
  async (connection, rounds) => {
    const project = exampleProject()
    const target = await targetFor(connection, project)
    const started = performance.now()
    const first = await project.run(['run', ...NOW], target.environment)
    const wholeMs = performance.now() - started
    expect(first.code, first.stderr).toBe(0)
    const whole = await contentsOf(target)

    let killed = 0
    for (let round = 0; round < rounds; round++) {
      // Every other round begins with nothing, as the very first run does.
      if (round % 2 === 0) {
        await dropAll(target)
        rmSync(join(project.root, '.millrace'), { recursive: true, force: true })
      }
      // Random within an equal part of the run's time each: by chance alone, whole stretches of it would be left out.
      const instant = ((round + random.next()) / rounds) * wholeMs * 1.1
      if ((await killedRun(project, target, instant)) === 'killed') killed += 1

      const file = join(project.root, '.millrace/state.db')
      if (existsSync(file)) {
        const warnings: string[] = []
        openState({ file, command: 'test', warn: (message) => warnings.push(message) }).close()
        expect(
          warnings.filter((message) => message.includes('damaged')),
          `round ${round}`,
        ).toEqual([])
      }
      for (const [table, rows] of Object.entries(await contentsOf(target))) {
        // Every run makes the same tables: what is there is whole, or it is not there.
        if (table in whole) expect(rows, `${table} after round ${round}`).toEqual(whole[table])
      }
      const next = await project.run(['run', ...NOW], target.environment)
      expect(next.code, `round ${round}: ${next.stderr}`).toBe(0)
      expect(await contentsOf(target), `after the run of round ${round}`).toEqual(whole)
    }
    expect(killed).toBeGreaterThan(rounds / 4)
  },
  240_000,
)
