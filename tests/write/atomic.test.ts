import { beforeAll, expect, test } from 'vitest'
import { bundleScript } from '../support/bundle-script.ts'
import { startChild } from '../support/child.ts'
import { onEveryEngine, type TestDatabase } from '../support/databases.ts'
import { overwriteGeneration, ROWS } from './generations.ts'
import { rows, run, tables } from './writing.ts'

const OVERWRITES = 20
const KILLS = 8

let reader = ''
let overwriter = ''
beforeAll(async () => {
  reader = await bundleScript('tests/write/reader.ts')
  overwriter = await bundleScript('tests/write/overwriter.ts')
})

const place = ({ options }: TestDatabase) => ('file' in options ? options.file : options.url)

onEveryEngine((database) => {
  /** Lets two processes poll the table through the overwrites; gives what they saw. */
  async function pollDuringOverwrites(): Promise<{ reads: number; answers: string[] }[]> {
    await overwriteGeneration(database.engine, 0)
    const readers = [1, 2].map(() => startChild(reader, database.dialect, place(database)))
    for (const child of readers) expect(await child.message()).toBe('reading')
    for (let generation = 1; generation <= OVERWRITES; generation += 1)
      await overwriteGeneration(database.engine, generation)
    return Promise.all(
      readers.map((child) => {
        child.process.send('stop')
        return child.message() as Promise<{ reads: number; answers: string[] }>
      }),
    )
  }

  function expectWhole(seen: { reads: number; answers: string[] }[]): void {
    const whole = new RegExp(`^${ROWS} rows of \\d+$`)
    for (const { answers } of seen) expect(answers.filter((answer) => !whole.test(answer))).toEqual([])
    // Readers that slept through the writing would prove nothing.
    expect(new Set(seen.flatMap(({ answers }) => answers)).size).toBeGreaterThan(3)
  }

  test('two processes read through 20 overwrites: never a missing, empty or half table', async () => {
    expectWhole(await pollDuringOverwrites())
    expect(await tables(database)).toEqual(['t'])
  })

  test('nor where a view hangs on the table', async () => {
    await run(database, 'CREATE VIEW latest AS SELECT max(generation) AS generation FROM t')
    expectWhole(await pollDuringOverwrites())
    expect(await rows(database, 'SELECT * FROM latest')).toEqual([[String(OVERWRITES)]])
    await run(database, 'DROP VIEW latest')
  })

  test('a writer killed at any instant leaves the old table or the new, and nothing else', async () => {
    await overwriteGeneration(database.engine, 0)
    for (let round = 0; round < KILLS; round += 1) {
      const child = startChild(overwriter, database.dialect, place(database))
      expect(await child.message()).toBe('writing')
      // An instant somewhere in the overwrites that follow.
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 60))
      await child.kill()
      const [seen] = await rows(database, 'SELECT count(*), count(DISTINCT generation) FROM t')
      expect(seen).toEqual([String(ROWS), '1'])
      expect(await tables(database)).toEqual(['t'])
    }
    await overwriteGeneration(database.engine, 0)
    expect(await rows(database, 'SELECT DISTINCT generation FROM t')).toEqual([['0']])
  })
})
