import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { createPostgresDatabase, dropPostgresDatabase, postgresUrl } from '../support/databases.ts'
import { openEngine, presentEngines } from './engines.ts'
import { type Judgement, judge } from './judge.ts'
import { loadTopics } from './program.ts'
import { detail, summaryLine } from './report.ts'
import { runTopic } from './run-topic.ts'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
const folder = join(root, '..', 'shared', 'data', 'spark-oracle', 'relations')
const recorded = existsSync(folder)
/** What is known to differ still. It may only fall. */
const KNOWN_DIFFERENT = 6
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
      const judgements: Judgement[] = []
      try {
        for (const topic of topics) {
          for await (const outcome of runTopic(topic, engine, () => true)) judgements.push(judge(outcome, name))
        }
      } finally {
        await close()
        if (database !== undefined) await dropPostgresDatabase(database)
      }
      const line = summaryLine('relations', name, judgements)
      console.log(line)
      const different = judgements.filter(({ verdict }) => verdict === 'different')
      expect(different.length, `${line}\n${different.map(detail).join('\n')}`).toBeLessThanOrEqual(KNOWN_DIFFERENT)
      const refused = judgements.filter(({ verdict }) => verdict === 'refused')
      expect(refused.length, line).toBeLessThanOrEqual(judgements.length * REFUSED_SHARE)
      expect(judgements.length).toBeGreaterThan(0)
    }, 300_000)
  }
})
