import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ENGINE_NAMES } from '../engines.ts'
import { onEngine, recordedFolder } from '../on-engine.ts'
import { type Section, summaryLine } from './section.ts'

/** On every engine nothing differs from what dbt has answered, but where a rule asks for it. */
export function findsNoDifference(title: string, section: Section, timeout = 120_000): void {
  const folder = recordedFolder('dbt-oracle')
  describe.skipIf(!folder)(title, () => {
    for (const name of ENGINE_NAMES) {
      test(
        name,
        async () => {
          const file = join(folder ?? '', section.file)
          const judgements = await onEngine(name, async (engine) => (await section.askOn?.(file, name, engine)) ?? [])
          const line = summaryLine(`${section.name} ${name}`, judgements)
          console.log(line)
          const different = judgements.filter(({ verdict }) => verdict === 'different')
          expect(
            different.map(({ detail }) => detail?.()),
            line,
          ).toEqual([])
          expect(judgements.length).toBeGreaterThan(0)
        },
        timeout,
      )
    }
  })
}
