import { describe, expect, test } from 'vitest'
import { ENGINE_NAMES } from '../engines.ts'
import { onEngine, recordedFolder } from '../on-engine.ts'
import { loadFunctions } from './cases.ts'
import { details, summaryLines } from './report.ts'
import { askFunctions } from './run.ts'

const folder = recordedFolder('spark-oracle/functions')
/** Every answer of these is equal, refused or under a declared deviation. */
const GROUPS = ['bitwise', 'conditional', 'hash', 'math', 'regex', 'string', 'window']

describe.skipIf(!folder)("Spark's answers of single functions", () => {
  const files = folder ? loadFunctions(folder).filter(({ group }) => GROUPS.includes(group)) : []
  for (const name of ENGINE_NAMES) {
    test(name, async () => {
      const judged = await onEngine(name, (engine) => askFunctions(files, engine, name))
      const lines = summaryLines(name, judged)
      console.log(lines.join('\n'))
      const bad = judged.flatMap((one) => details(one, name))
      expect(bad.join('\n')).toBe('')
      const all = judged.flatMap(({ judgements }) => judgements)
      expect(all.filter(({ verdict }) => verdict === 'missing').map(({ reason }) => reason)).toEqual([])
      expect(all.length).toBeGreaterThan(0)
    }, 300_000)
  }
})
