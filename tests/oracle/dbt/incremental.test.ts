import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ENGINE_NAMES } from '../engines.ts'
import { onEngine, recordedFolder } from '../on-engine.ts'
import { incremental } from './incremental.ts'
import { summaryLine } from './section.ts'

const folder = recordedFolder('dbt-oracle')

describe.skipIf(!folder)("dbt's incremental models", () => {
  for (const name of ENGINE_NAMES) {
    test(name, async () => {
      const file = join(folder ?? '', incremental.file)
      const judgements = await onEngine(name, async (engine) => (await incremental.askOn?.(file, name, engine)) ?? [])
      const line = summaryLine(`incremental ${name}`, judgements)
      console.log(line)
      const different = judgements.filter(({ verdict }) => verdict === 'different')
      expect(
        different.map(({ detail }) => detail?.()),
        line,
      ).toEqual([])
      expect(judgements.length).toBeGreaterThan(0)
    }, 240_000)
  }
})
