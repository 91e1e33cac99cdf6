/** Processes killed inside of runs and between them leave what later runs make whole. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { bundleScript } from '../../support/bundle-script.ts'
import { startChild } from '../../support/child.ts'
import { onEveryEngine, type TestDatabase, temporaryFolder } from '../../support/databases.ts'
import { seeded } from '../../support/seeded.ts'
import { histories, type Run } from './arbitrary.ts'
import { expectedRows, rowsOf, STRATEGIES } from './history.ts'
import type { Told } from './killed-run.ts'

const random = seeded()

const KILLS = 2

let script = ''
beforeAll(async () => {
  script = await bundleScript('tests/materialize/incremental/killed-run.ts')
})

const place = ({ options }: TestDatabase) => ('file' in options ? options.file : options.url)

onEveryEngine((database) => {
  const folder = temporaryFolder()

  /** Plays runs until they are over, or the process is killed that many milliseconds after it began; gives how many were. */
  async function play(
    strategy: string,
    runs: readonly Run[],
    starts: Set<string>,
    killAfter?: number,
  ): Promise<number> {
    const plan = join(folder.path, 'plan.json')
    writeFileSync(plan, JSON.stringify({ runs, starts: [...starts] }))
    // The file of DuckDB is the process's alone.
    await database.engine.close()
    const child = startChild(script, database.dialect, place(database), strategy, plan)
    let ran = 0
    for (;;) {
      const told = (await child.message().catch(() => undefined)) as Told | undefined
      if (told?.kind === 'started' && killAfter !== undefined)
        setTimeout(() => child.process.kill('SIGKILL'), killAfter)
      if (told?.kind === 'add') starts.add(told.start)
      if (told?.kind === 'forget')
        for (const start of told.starts === 'all' ? [...starts] : told.starts) starts.delete(start)
      if (told?.kind === 'ran') ran += 1
      if (told === undefined) break
    }
    if (killAfter === undefined) expect(ran).toBe(runs.length)
    return ran
  }

  test.each(STRATEGIES)(
    '%s',
    async (strategy) => {
      for (const { name } of await database.engine.listTables(undefined))
        await database.engine.execute({ sql: `DROP TABLE ${name}`, bindings: [] })
      const long = histories(strategy).filter((runs) => runs.length >= 5 && runs.every((one) => one.events.length > 0))
      const [runs = []] = fc.sample(long, { seed: random.seed, numRuns: 1 })
      const starts = new Set<string>()
      let left = runs
      for (let kill = 0; kill < KILLS && left.length > 1; kill += 1) {
        // The last run is there to mend what was left.
        const ran = await play(strategy, left.slice(0, -1), starts, random.next() * 120)
        left = left.slice(Math.min(ran, left.length - 1))
      }
      await play(strategy, left, starts)
      expect(await rowsOf(database.engine, 'killed')).toEqual(expectedRows(strategy, runs.at(-1) as Run))
      expect((await database.engine.listTables(undefined)).map(({ name }) => name)).toEqual(['killed'])
    },
    120_000,
  )
})
