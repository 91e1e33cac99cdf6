import { beforeAll, expect, test } from 'vitest'
import { bundleScript } from '../../support/bundle-script.ts'
import { startChild } from '../../support/child.ts'
import { onEveryEngine } from '../../support/databases.ts'
import { seeded } from '../../support/seeded.ts'
import { GONE, ROWS, snapshotGeneration } from './changing.ts'

const random = seeded()

const KILLS = 6

let snapshotter = ''
beforeAll(async () => {
  snapshotter = await bundleScript('tests/materialize/snapshot/snapshotter.ts')
})

onEveryEngine((database) => {
  const place = (): string => ('file' in database.options ? database.options.file : database.options.url)
  const numbers = async (sql: string): Promise<number[]> => {
    const { rows } = await database.engine.query({ sql, bindings: [] })
    return (rows[0] ?? []).map(Number)
  }

  /** The generation whose snapshot was the last to be taken as a whole. */
  async function lastWhole(): Promise<number> {
    const open = 'SELECT count(*), count(DISTINCT id), max(generation) FROM t WHERE valid_to IS NULL'
    const [rows, keys, last = 0] = await numbers(`${open} AND NOT is_deleted`)
    const there = last % 2 === 0 ? ROWS : ROWS - GONE
    expect([rows, keys]).toEqual([there, there])
    expect((await numbers(`${open} AND is_deleted`)).slice(0, 2)).toEqual([ROWS - there, ROWS - there])
    // Each key has a row for each generation, and each row but the last ends where the next begins.
    expect(await numbers('SELECT count(*) FROM t')).toEqual([ROWS * (last + 1)])
    const next = 'SELECT valid_to, lead(valid_from) OVER (PARTITION BY id ORDER BY valid_from) AS follows FROM t'
    expect(await numbers(`SELECT count(*) FROM (${next}) AS rows_of_t WHERE valid_to <> follows`)).toEqual([0])
    expect((await database.engine.listTables(undefined)).map(({ name }) => name)).toEqual(['t'])
    return last
  }

  test('a run killed at any instant leaves a whole snapshot, and nothing else', async () => {
    await snapshotGeneration(database.engine, 0)
    let last = 0
    for (let round = 0; round < KILLS; round += 1) {
      // The file of DuckDB is the killed one's alone.
      await database.engine.close()
      const child = startChild(snapshotter, database.dialect, place(), String(last + 1))
      expect(await child.message()).toBe('taking')
      // An instant somewhere in the snapshots that follow.
      await new Promise((resolve) => setTimeout(resolve, random.next() * 150))
      await child.kill()
      const whole = await lastWhole()
      expect(whole).toBeGreaterThan(last)
      last = whole
    }
    await snapshotGeneration(database.engine, last + 1)
    expect(await lastWhole()).toBe(last + 1)
  }, 120_000)
})
