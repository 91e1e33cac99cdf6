import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { createPostgresDatabase, dropPostgresDatabase, postgresUrl } from '../../support/databases.ts'
import { openEngine, presentEngines } from '../engines.ts'
import { askTopics } from './ask-topics.ts'
import type { Judgement } from './judge.ts'
import { loadTopics } from './program.ts'
import { detail, summaryLine } from './report.ts'

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..')
const folder = join(root, '..', 'shared', 'data', 'spark-oracle', 'relations')
const recorded = existsSync(folder)
/** At most this share may be refused before any SQL. */
const REFUSED_SHARE = 0.02

describe.skipIf(!recorded)("Spark's answers to whole programs", () => {
  const topics = recorded ? loadTopics(folder) : []
  for (const name of presentEngines(root)) {
    test(name, async () => {
      let database: string | undefined
      const { engine, close } = await openEngine(name, async () => {
        database = await createPostgresDatabase()
        return postgresUrl(database)
      })
      let judgements: readonly Judgement[] = []
      try {
        judgements = await askTopics(topics, engine, name)
      } finally {
        await close()
        if (database !== undefined) await dropPostgresDatabase(database)
      }
      const line = summaryLine('relations', name, judgements)
      console.log(line)
      const different = judgements.filter(({ verdict }) => verdict === 'different')
      expect(different.length, `${line}\n${different.map(detail).join('\n')}`).toBe(0)
      const missing = judgements.filter(({ verdict }) => verdict === 'missing')
      expect(missing.map(({ reason }) => reason)).toEqual([])
      const refused = judgements.filter(({ verdict }) => verdict === 'refused')
      expect(refused.length, line).toBeLessThanOrEqual(judgements.length * REFUSED_SHARE)
      expect(judgements.length).toBeGreaterThan(0)
    }, 300_000)
  }
})
