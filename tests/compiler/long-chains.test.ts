import { describe, expect, test } from 'vitest'
import { compile } from '../../src/compiler/compile.ts'
import { dialectOf } from '../../src/dialect/index.ts'
import { nullif } from '../../src/index.ts'
import { offline, planOf, selectsOf, tablesOf } from './support.ts'

const { orders } = tablesOf(offline.sqlite)

/** A chain of `steps` verbs that all fit into one another. */
function chainOf(steps: number) {
  let frame = orders
  for (let step = 0; step < steps; step += 1) {
    if (step % 2 === 0) frame = frame.filter((o) => o.id.gt(step))
    else frame = frame.rename({ status: 'state' }).rename({ state: 'status' })
  }
  return frame
}

function unionOf(branches: number) {
  let frame = orders
  for (let branch = 1; branch < branches; branch += 1) frame = frame.union(orders)
  return frame
}

const sqlOf = (frame: unknown): string =>
  compile(planOf(frame), dialectOf('sqlite'), offline.sqlite.engine.knex).toSQL().sql

describe('long chains', () => {
  test('a thousand steps are one SELECT', () => {
    expect(selectsOf(chainOf(1000))).toBe(1)
    expect(sqlOf(chainOf(1000)).match(/"id" > \?/g)).toHaveLength(500)
  })

  test('ten thousand steps do not overflow the stack', () => {
    expect(selectsOf(chainOf(10_000))).toBe(1)
  })

  test('a thousand computations on one column stay shallow enough for a parser', () => {
    let frame = orders.select('id', 'total')
    for (let step = 0; step < 1000; step += 1)
      frame = frame.withColumn('total', (o) => nullif(o.total.plus(1), 0)).select('id', 'total')
    expect(selectsOf(frame)).toBeLessThan(20)
  })

  test('a union of a thousand frames has no more branches in one piece than engines take', () => {
    expect(selectsOf(unionOf(1000))).toBeLessThan(1010)
    const longest = Math.max(
      ...sqlOf(unionOf(1000))
        .split(/\) as "q\d+"/)
        .map((part) => part.split(' union all ').length),
    )
    expect(longest).toBeLessThanOrEqual(500)
  })
})
