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
  /** Polls on connections of our own, in DuckDB's threads: no other process can open its file. */
  async function pollHere(): Promise<{ reads: number; answers: string[] }[]> {
    let writing = true
    const poll = async () => {
      const answers = new Set<string>()
      let reads = 0
      while (writing) {
        const [row] = await rows(database, 'SELECT count(*), min(generation), max(generation) FROM t').catch(
          (error: Error) => [[error.message]],
        )
        const [count, low, high] = row ?? []
        answers.add(`${count} rows of ${low}${low === high ? '' : ` and ${high}`}`)
        reads += 1
      }
      return { reads, answers: [...answers] }
    }
    const polling = [poll(), poll()]
    for (let generation = 1; generation <= OVERWRITES; generation += 1)
      await overwriteGeneration(database.engine, generation)
    writing = false
    return Promise.all(polling)
  }

  /** Lets two readers, processes where the engine has several, poll the table through the overwrites. */
  async function pollDuringOverwrites(): Promise<{ reads: number; answers: string[] }[]> {
    await overwriteGeneration(database.engine, 0)
    if (database.dialect === 'duckdb') return pollHere()
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

  test('two readers read through 20 overwrites: never a missing, empty or half table', async () => {
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
      // The file of DuckDB is the writer's alone.
      await database.engine.close()
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
  }, 120_000)
})
