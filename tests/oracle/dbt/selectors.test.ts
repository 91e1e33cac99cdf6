import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { recordedFolder } from '../on-engine.ts'
import { summaryLine } from './section.ts'
import { selectors } from './selectors.ts'

const folder = recordedFolder('dbt-oracle')

describe.skipIf(!folder)("dbt's answers to selectors", () => {
  test('no selection differs but by a rule', async () => {
    const judgements = (await selectors.ask?.(join(folder ?? '', selectors.file))) ?? []
    console.log(summaryLine('selectors', judgements))
    const different = judgements.filter(({ verdict }) => verdict === 'different')
    expect(different.map(({ detail }) => detail?.())).toEqual([])
    expect(judgements.length).toBeGreaterThan(0)
    // Rules excuse what they speak of; they must not come to excuse all.
    expect(judgements.filter(({ verdict }) => verdict === 'equal').length).toBeGreaterThan(judgements.length * 0.8)
  })
})
