import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fateOf, type Verdict } from '../../src/runner/verdict.ts'
import { node } from './support.ts'

const SATISFIED: Verdict = { kind: 'satisfied' }
const FAILED: Verdict = { kind: 'failed', root: 'raw failed' }
const SKIPPED: Verdict = { kind: 'skipped', root: 'feed skipped itself: empty' }
const CANCELLED: Verdict = { kind: 'cancelled' }

const task = node({ name: 'a.x' })
const always = node({ name: 'a.x', trigger: 'allDone' })

test.each([
  ['no parents', [], { kind: 'run' }],
  ['satisfied', [SATISFIED, SATISFIED], { kind: 'run' }],
  ['one failed', [SATISFIED, FAILED], { kind: 'upstream_failed', root: 'raw failed' }],
  ['one skipped', [SKIPPED, SATISFIED], { kind: 'skipped', root: 'feed skipped itself: empty' }],
  ['failed outweighs skipped', [SKIPPED, FAILED], { kind: 'upstream_failed', root: 'raw failed' }],
  ['failed outweighs cancelled', [CANCELLED, FAILED], { kind: 'upstream_failed', root: 'raw failed' }],
  ['cancelled outweighs skipped', [SKIPPED, CANCELLED], { kind: 'cancelled' }],
] as const)('%s', (_, parents, fate) => {
  expect(fateOf(task, parents)).toEqual(fate)
  expect(fateOf(always, parents)).toEqual({ kind: 'run' })
})

test('the order of the parents decides nothing but which root is named', () => {
  const verdict = fc.constantFrom(SATISFIED, FAILED, SKIPPED, CANCELLED)
  fc.assert(
    fc.property(fc.array(verdict), fc.infiniteStream(fc.nat()), (parents, order) => {
      const shuffled = parents
        .map((parent) => ({ parent, at: order.next().value as number }))
        .sort((a, b) => a.at - b.at)
      expect(
        fateOf(
          task,
          shuffled.map(({ parent }) => parent),
        ),
      ).toEqual(fateOf(task, parents))
    }),
  )
})
