import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { recordedFolder } from '../on-engine.ts'
import { builds } from './builds.ts'
import { summaryLine } from './section.ts'

const folder = recordedFolder('dbt-oracle')

describe.skipIf(!folder)("dbt's builds", () => {
  test('no build ends otherwise but by a rule', async () => {
    const judgements = (await builds.ask?.(join(folder ?? '', builds.file))) ?? []
    console.log(summaryLine('builds', judgements))
    const different = judgements.filter(({ verdict }) => verdict === 'different')
    expect(different.map(({ detail }) => detail?.())).toEqual([])
    expect(judgements.length).toBeGreaterThan(0)
    // Rules excuse what they speak of; they must not come to excuse all.
    expect(judgements.filter(({ verdict }) => verdict === 'equal').length).toBeGreaterThan(judgements.length * 0.8)
  }, 240_000)
})
