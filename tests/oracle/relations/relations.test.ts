import { describe, expect, test } from 'vitest'
import { ENGINE_NAMES } from '../engines.ts'
import { onEngine, recordedFolder } from '../on-engine.ts'
import { askTopics } from './ask-topics.ts'
import { loadTopics } from './program.ts'
import { detail, summaryLine } from './report.ts'

const folder = recordedFolder('spark-oracle/relations')
/** At most this share may be refused before any SQL. */
const REFUSED_SHARE = 0.02

describe.skipIf(!folder)("Spark's answers to whole programs", () => {
  const topics = folder ? loadTopics(folder) : []
  for (const name of ENGINE_NAMES) {
    test(name, async () => {
      const judgements = await onEngine(name, (engine) => askTopics(topics, engine, name))
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
