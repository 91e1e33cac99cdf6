/**
 * Snapshots of random histories are what the rules in memory say, on every engine. `MILLRACE_SEED` repeats a run,
 * `MILLRACE_HISTORIES` says how many histories an engine is put to.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Engine } from '../../../src/engine/engine.ts'
import { onEveryEngine } from '../../support/databases.ts'
import { faults, histories, type RandomHistory } from './histories.ts'
import { type History, type Row, takeModel } from './model.ts'
import { readAll, rowsOf, sorted, take } from './taking.ts'

const seed = Number(process.env.MILLRACE_SEED ?? 11)
const numRuns = Number(process.env.MILLRACE_HISTORIES ?? 25)

/** How often came what is rare: without it histories would prove little. */
interface Seen {
  returns: number
  changes: number
  deletions: number
}

async function judge(engine: Engine, { rules, time, runs }: RandomHistory, seen: Seen): Promise<void> {
  const inTime = (now: string): string => (rules.updatedAt !== undefined && time === 'date' ? now.slice(0, 10) : now)
  let history: History | undefined
  let before: readonly Row[] = []
  await engine.execute({ sql: 'DROP TABLE IF EXISTS kept', bindings: [] })
  for (const { source, now } of runs) {
    const outcome = takeModel(history, source, rules, inTime(now))
    history = outcome.history
    const told = await take(engine, 'kept', source, rules, now)
    const { columns, rows } = await readAll(engine, 'kept')
    const names = columns.map(([name = '']) => name).filter((name) => name !== 'scd_id')
    expect(sorted(rows, names)).toEqual(sorted(history ? rowsOf(history, rules) : [], names))
    expect(faults(rows, rules)).toEqual([])
    const ended = (all: readonly Row[]) => all.filter((row) => row.valid_to !== null).length
    expect([told.rowsInserted, told.rowsDeleted]).toEqual([rows.length - before.length, 0])
    expect(told.rowsUpdated).toBe(ended(rows) - ended(before))
    // The same source once more, at once and a day later, is nothing new.
    for (const again of [now, `2030${now.slice(4)}`]) {
      const { rowsInserted, rowsUpdated } = await take(engine, 'kept', source, rules, again)
      expect([rowsInserted, rowsUpdated]).toEqual([0, 0])
    }
    expect(sorted((await readAll(engine, 'kept')).rows, names)).toEqual(sorted(rows, names))
    seen.returns += outcome.pushed.return ? 1 : 0
    seen.changes += outcome.pushed.change ? 1 : 0
    seen.deletions += outcome.pushed.deletion ? 1 : 0
    before = rows
  }
}

onEveryEngine((database) => {
  test('random histories', async () => {
    const seen: Seen = { returns: 0, changes: 0, deletions: 0 }
    await fc.assert(
      fc.asyncProperty(histories, (history) => judge(database.engine, history, seen)),
      { seed, numRuns },
    )
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0)
  }, 300_000)
})
