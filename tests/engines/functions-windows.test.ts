import {
  avg,
  count,
  cumeDist,
  denseRank,
  firstValue,
  lag,
  lastValue,
  lead,
  max,
  min,
  ntile,
  percentRank,
  rank,
  round,
  rowNumber,
  stddevPop,
  sum,
  varPop,
  Window,
} from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { casesOn } from './cases.ts'

const TYPES = { id: 'int', p: 'string?', o: 'int?', v: 'int?', n: 'decimal(8,2)?', s: 'string?' } as const
const ROWS = [
  [1, 'a', 1, 10, '0.10', 'x'],
  [2, 'a', 2, null, '0.20', 'Ä'],
  [3, 'a', 2, 30, '0.30', 'B'],
  [4, 'a', 4, 40, null, null],
  [5, 'b', null, 5, '1.00', 'ß'],
  [6, 'b', 1, 6, '2.00', 'a'],
  [7, null, 1, 7, '3.00', 'é'],
]

onEveryEngine((database) => {
  const { gives } = casesOn(database)

  gives(
    'ranks; NULL comes first, equals share',
    TYPES,
    ROWS,
    ({ p, o, id }) => {
      const ordered = Window.partitionBy(p).orderBy(o)
      const total = Window.partitionBy(p).orderBy(o, id)
      return {
        row: rowNumber().over(total),
        rank: rank().over(ordered),
        dense: denseRank().over(ordered),
        percent: percentRank().over(ordered),
        part: cumeDist().over(ordered),
        half: ntile(2).over(total),
        down: rowNumber().over(Window.orderBy(id.desc())),
      }
    },
    {
      row: [1, 2, 3, 4, 1, 2, 1],
      rank: [1, 2, 2, 4, 1, 2, 1],
      dense: [1, 2, 2, 3, 1, 2, 1],
      percent: [0, 1 / 3, 1 / 3, 1, 0, 1, 0],
      part: [0.25, 0.75, 0.75, 1, 0.5, 1, 1],
      half: [1, 1, 2, 2, 1, 2, 1],
      down: [7, 6, 5, 4, 3, 2, 1],
    },
  )
  gives(
    'lag and lead: how far, and what where there is no row',
    TYPES,
    ROWS,
    ({ p, v, id, s, n }) => {
      const w = Window.partitionBy(p).orderBy(id)
      return {
        lag: lag(v).over(w),
        two: lag(v, 2).over(w),
        filled: lag(v, 1, -1).over(w),
        lead: lead(v).over(w),
        text: lead(s, 1, 'none').over(w),
        decimal: lag(n, 1, '9.99' as never).over(w),
        difference: v.minus(lag(v).over(w)),
      }
    },
    {
      lag: [null, 10, null, 30, null, 5, null],
      two: [null, null, 10, null, null, null, null],
      filled: [-1, 10, null, 30, -1, 5, -1],
      lead: [null, 30, 40, null, 6, null, null],
      text: ['Ä', 'B', null, 'none', 'a', 'none', 'none'],
      decimal: ['9.99', '0.10', '0.20', '0.30', '9.99', '1.00', '9.99'],
      difference: [null, null, null, 10, null, 1, null],
    },
  )
  gives(
    'sums: of the partition, up to the equals of the row, of rows and of ranges',
    TYPES,
    ROWS,
    ({ p, o, v, n, id }) => {
      const all = Window.partitionBy(p)
      const running = all.orderBy(o)
      const rows = all.orderBy(id)
      return {
        total: sum(v).over(all),
        running: sum(v).over(running),
        so: sum(v).over(rows.rowsBetween(Window.unboundedPreceding, Window.currentRow)),
        near: sum(v).over(rows.rowsBetween(-1, 1)),
        coming: sum(v).over(rows.rowsBetween(1, Window.unboundedFollowing)),
        range: sum(v).over(all.orderBy(id).rangeBetween(-2, -1)),
        decimal: sum(n).over(rows),
        mean: avg(n).over(all),
        share: v.div(sum(v).over(all)),
        everything: count().over(Window.partitionBy()),
      }
    },
    {
      total: [80, 80, 80, 80, 11, 11, 7],
      running: [10, 40, 40, 80, 5, 11, 7],
      so: [10, 10, 40, 80, 5, 11, 7],
      near: [10, 40, 70, 70, 11, 11, 7],
      coming: [70, 70, 40, null, 6, null, null],
      range: [null, 10, 10, 30, null, 5, null],
      decimal: ['0.10', '0.30', '0.60', '0.60', '1.00', '3.00', '3.00'],
      mean: ['0.200000', '0.200000', '0.200000', '0.200000', '1.500000', '1.500000', '3.000000'],
      share: [0.125, null, 0.375, 0.5, 5 / 11, 6 / 11, 1],
      everything: [7, 7, 7, 7, 7, 7, 7],
    },
  )
  gives(
    'other aggregates over frames',
    TYPES,
    ROWS,
    ({ p, v, s, id }) => {
      const w = Window.partitionBy(p).orderBy(id)
      const moving = w.rowsBetween(-1, 0)
      return {
        min: min(s).over(w),
        max: max(s).over(Window.partitionBy(p)),
        count: count(v).over(w),
        first: firstValue(s).over(w),
        last: lastValue(v).over(w),
        spread: round(stddevPop(v).over(Window.partitionBy(p)), 9),
        moving: varPop(v).over(moving),
      }
    },
    {
      min: ['x', 'x', 'B', 'B', 'ß', 'a', 'é'],
      max: ['Ä', 'Ä', 'Ä', 'Ä', 'ß', 'ß', 'é'],
      count: [1, 1, 2, 3, 1, 2, 1],
      first: ['x', 'x', 'x', 'x', 'ß', 'ß', 'é'],
      last: [10, null, 30, 40, 5, 6, 7],
      spread: [12.472191289, 12.472191289, 12.472191289, 12.472191289, 0.5, 0.5, 0],
      moving: [0, 0, 0, 25, 0, 0.25, 0],
    },
  )
})
