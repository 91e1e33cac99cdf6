/** Any split of a history into runs gives the table that one full refresh gives. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Engine, Statement, Transaction } from '../../../src/engine/engine.ts'
import { onEveryEngine } from '../../support/databases.ts'
import { histories, type Run } from './arbitrary.ts'
import { expectedRows, type Known, rowsOf, runModel, STRATEGIES, type Strategy } from './history.ts'

const HISTORIES = 12

class StatementFailed extends Error {}

/** The engine, but the statement of that number fails: before it is sent, or after it is done. */
function failingAt(engine: Engine, at: number): Engine {
  let count = 0
  const fail = () => {
    count += 1
    if (count - 1 === Math.floor(at / 2)) throw new StatementFailed('the statement failed')
  }
  const watched = (on: Transaction): Transaction => ({
    ...on,
    async execute(statement: Statement, options) {
      if (at % 2 === 0) fail()
      const result = await on.execute(statement, options)
      if (at % 2 === 1) fail()
      return result
    },
  })
  return { ...engine, transaction: (body, options) => engine.transaction((on) => body(watched(on)), options) }
}

function remembered(): Known {
  const starts = new Set<string>()
  return {
    starts,
    forget: (gone) => {
      for (const start of gone === 'all' ? [...starts] : gone) starts.delete(start)
    },
    add: (start) => void starts.add(start),
  }
}

onEveryEngine((database) => {
  let tables = 0

  async function play(strategy: Strategy, runs: readonly Run[]): Promise<number> {
    for (const { name } of await database.engine.listTables(undefined))
      await database.engine.execute({ sql: `DROP TABLE ${name}`, bindings: [] })
    tables += 1
    const table = `split_${tables}`
    const known = remembered()
    let failures = 0
    for (const run of runs) {
      const engine = run.failsAt === undefined ? database.engine : failingAt(database.engine, run.failsAt)
      await runModel(engine, table, strategy, run, known).catch((error: Error) => {
        if (!/the statement failed/.test(String(error.message))) throw error
        failures += 1
      })
    }
    const last = runs.at(-1) as Run
    // What failed and what went well has left the table, and nothing beside it.
    expect((await database.engine.listTables(undefined)).map(({ name }) => name)).toEqual([table])
    expect(await rowsOf(database.engine, table)).toEqual(expectedRows(strategy, last))
    const whole = `${table}_whole`
    await runModel(database.engine, whole, strategy, { ...last, fullRefresh: true }, remembered())
    expect(await rowsOf(database.engine, table)).toEqual(await rowsOf(database.engine, whole))
    return failures
  }

  test.each(STRATEGIES)(
    '%s',
    async (strategy) => {
      let failures = 0
      await fc.assert(
        fc.asyncProperty(histories(strategy), async (runs) => {
          failures += await play(strategy, runs)
        }),
        { numRuns: HISTORIES },
      )
      // Histories without a failure would not show what one leaves.
      expect(failures).toBeGreaterThan(0)
    },
    300_000,
  )
})
