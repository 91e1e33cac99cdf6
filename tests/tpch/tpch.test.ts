import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type DataFrame, Session } from '../../src/index.ts'
import { DIALECTS, onEveryEngine } from '../support/databases.ts'
import { givenAnswer, isSameCell, type QueryName, recordedAnswer } from './answers.ts'
import { DATA, fillTpch } from './database.ts'
import { QUERIES } from './queries/index.ts'
import { type Tables, tablesOf } from './tables.ts'

const names = Object.keys(QUERIES) as QueryName[]
const queries: Readonly<Record<QueryName, (tables: Tables) => Pick<DataFrame, 'collect'>>> = QUERIES

describe.skipIf(!existsSync(DATA))(`the queries of TPC-H, where ${DATA} is`, () => {
  let equal = 0
  afterAll(() => console.log(`${equal} equal answers (${names.length} queries × ${DIALECTS.length} engines)`))

  onEveryEngine((database) => {
    beforeAll(() => fillTpch(database.engine), 120_000)

    test.each(names)('%s', async (name) => {
      const rows = await queries[name](tablesOf(new Session(database.engine))).collect()
      const given = givenAnswer(name, rows)
      const recorded = recordedAnswer(name)
      // SQLite keeps decimals as REAL.
      const exact = database.dialect !== 'sqlite'
      const wrong = recorded.flatMap((row, place) =>
        row.every((cell, column) => isSameCell(given[place]?.[column], cell, exact)) ? [] : [{ place, row }],
      )
      expect(wrong.map(({ place, row }) => ({ recorded: row, given: given[place] }))).toEqual([])
      expect(given.length).toBe(recorded.length)
      expect(given.every((row, place) => row.length === recorded[place]?.length)).toBe(true)
      equal += 1
    })
  })
})
