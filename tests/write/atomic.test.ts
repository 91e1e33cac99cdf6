import { beforeAll, expect, test } from 'vitest'
import { bundleScript } from '../support/bundle-script.ts'
import { startChild } from '../support/child.ts'
import { onEveryEngine, type TestDatabase } from '../support/databases.ts'
import { seeded } from '../support/seeded.ts'
import { ROWS, WAYS, type Way, writeGeneration } from './generations.ts'
import { rows, run, tables } from './writing.ts'

const random = seeded()

const OVERWRITES = 20
const KILLS = 8
/** Of a writer that does not overwrite. */
const KILLS_OF_OTHERS = 3

let reader = ''
let writer = ''
beforeAll(async () => {
  reader = await bundleScript('tests/write/reader.ts')
  writer = await bundleScript('tests/write/writer.ts')
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
      await writeGeneration(database.engine, generation)
    writing = false
    return Promise.all(polling)
  }

  /** Lets two readers, processes where the engine has several, poll the table through the overwrites. */
  async function pollDuringOverwrites(): Promise<{ reads: number; answers: string[] }[]> {
    await writeGeneration(database.engine, 0)
    if (database.dialect === 'duckdb') return pollHere()
    const readers = [1, 2].map(() => startChild(reader, database.dialect, place(database)))
    for (const child of readers) expect(await child.message()).toBe('reading')
    for (let generation = 1; generation <= OVERWRITES; generation += 1)
      await writeGeneration(database.engine, generation)
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

  /** Rows of one generation, all of them, and nothing else beside. */
  async function expectGeneration(): Promise<void> {
    const [seen] = await rows(database, 'SELECT count(*), count(DISTINCT id), count(DISTINCT generation) FROM t')
    expect(seen).toEqual([String(ROWS), String(ROWS), '1'])
    expect(await tables(database)).toEqual(['t'])
  }

  test.each(Object.keys(WAYS) as Way[])(
    '%s: a writer killed at any instant leaves the old rows or the new, and nothing else',
    async (way) => {
      await run(database, 'DROP TABLE IF EXISTS t')
      await writeGeneration(database.engine, 0, way)
      for (let round = 0; round < (way === 'overwrite' ? KILLS : KILLS_OF_OTHERS); round += 1) {
        // The file of DuckDB is the writer's alone.
        await database.engine.close()
        const child = startChild(writer, database.dialect, place(database), way)
        expect(await child.message()).toBe('writing')
        // An instant somewhere in the writes that follow.
        await new Promise((resolve) => setTimeout(resolve, random.next() * 60))
        await child.kill()
        await expectGeneration()
      }
      await writeGeneration(database.engine, 0, way)
      await expectGeneration()
      expect(await rows(database, 'SELECT DISTINCT generation FROM t')).toEqual([['0']])
    },
    120_000,
  )
})
