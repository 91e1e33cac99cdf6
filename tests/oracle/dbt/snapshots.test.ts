import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ENGINE_NAMES } from '../engines.ts'
import { onEngine, recordedFolder } from '../on-engine.ts'
import { summaryLine } from './section.ts'
import { snapshots } from './snapshots.ts'

const folder = recordedFolder('dbt-oracle')

describe.skipIf(!folder)("dbt's snapshots", () => {
  for (const name of ENGINE_NAMES) {
    test(name, async () => {
      const file = join(folder ?? '', snapshots.file)
      const judgements = await onEngine(name, async (engine) => (await snapshots.askOn?.(file, name, engine)) ?? [])
      const line = summaryLine(`snapshots ${name}`, judgements)
      console.log(line)
      const different = judgements.filter(({ verdict }) => verdict === 'different')
      expect(
        different.map(({ detail }) => detail?.()),
        line,
      ).toEqual([])
      expect(judgements.length).toBeGreaterThan(0)
    }, 120_000)
  }
})
