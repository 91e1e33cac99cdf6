/** Values that no engine, or no JavaScript value, can hold. */

import type { Json } from '../../nodes.ts'
import { sameValue } from '../../values.ts'
import { differenceOf, type SameCell } from '../compare.ts'
import { expressionsOf } from '../program.ts'
import { bothRows, type Deviation, type DeviationCase, ourError, some, sparkRefuses, stepsOf } from './rule.ts'

const DIVISIONS = new Set(['/', '%'])
const DIVIDING = new Set(['mod', 'pmod', 'div', 'corr'])

/** Aggregates that give a value of any type: text, dates. */
const PICKING = /^(min|max|first|last|any_value|min_by|max_by|first_value|last_value|mode)$/
const ABOUT_NAN = new Set(['nanvl', 'isnan'])

const holdsNaN = ({ program, withoutNaN }: DeviationCase): boolean =>
  program.steps.some(({ op, name }) => op === 'table' && withoutNaN.has(name)) ||
  [...expressionsOf(program)].some((node) => 'lit' in node && node.lit === 'NaN')

/** A whole number beyond what a JavaScript number holds. */
const isUnsafe = (cell: Json, type: string | undefined): boolean =>
  type === 'long' && typeof cell === 'string' && !Number.isSafeInteger(Number(cell))

/** Digits that count: without sign, point and leading zeros. */
const significant = (digits: string): string => digits.replace(/[-.]/g, '').replace(/^0+/, '')
const DOUBLE_DIGITS = 15

export const valueDeviations: readonly Deviation[] = [
  {
    name: 'long beyond 2^53-1',
    reason: '§1: "beyond 2^53-1 throws `UnsafeInteger` naming the column: never rounded †"',
    applies: (one) => {
      const { expect } = one.program
      if (!ourError(one, 'UnsafeInteger') || 'error' in expect) return false
      return expect.rows.some((row) => row.some((cell, index) => isUnsafe(cell, expect.columns[index]?.[1])))
    },
  },
  {
    name: 'division by zero is NULL',
    reason: '§2.3: "† Division and `mod` by zero give NULL on every engine … Spark\'s answer with ANSI off"',
    applies: (one) => {
      const refused = sparkRefuses(one)
      if (!refused || !/^(DIVIDE|REMAINDER)_BY_ZERO/.test(refused.spark.error) || !refused.spark.ansiOff) return false
      const divides = some(
        one.program.steps,
        (node) => ('op' in node && DIVISIONS.has(node.op)) || ('fn' in node && DIVIDING.has(node.fn)),
      )
      return divides && differenceOf(refused.ours, refused.spark.ansiOff) === undefined
    },
  },
  {
    name: 'no NaN on SQLite',
    reason: '§1: "SQLite has no NaN: computed it is NULL †, bound it is an error"; set aside: "NaN on SQLite"',
    applies: (one) => {
      if (one.engine !== 'sqlite') return false
      if (ourError(one, 'InvalidValue')?.message.includes('NaN')) return holdsNaN(one)
      const rows = bothRows(one)
      if (!rows || !(holdsNaN(one) || rows.spark.rows.some((row) => row.includes('NaN')))) return false
      // NULL in NaN's place, and where something was to be told of NaN; it sorts first instead of last.
      const asks = some(one.program.steps, (node) => 'fn' in node && ABOUT_NAN.has(node.fn))
      const nullForNaN: SameCell = (ours, theirs, type) =>
        sameValue(ours, theirs, type) || (ours === null && type === 'double' && (asks || theirs === 'NaN'))
      return differenceOf(rows.ours, { ...rows.spark, ordered: false }, nullForNaN) === undefined
    },
  },
  {
    name: 'decimals beyond 15 digits on SQLite',
    reason: '§1: "SQLite keeps decimals as REAL …, computed ones are exact to 15 digits †"',
    applies: (one) => {
      const rows = bothRows(one)
      if (one.engine !== 'sqlite' || !rows) return false
      const closeEnough: SameCell = (ours, theirs, type) => {
        if (sameValue(ours, theirs, type)) return true
        if (!type.startsWith('decimal') || typeof ours !== 'string' || typeof theirs !== 'string') return false
        const beyond = Math.max(significant(ours).length, significant(theirs).length) > DOUBLE_DIGITS
        return beyond && Math.abs(Number(ours) - Number(theirs)) <= Math.abs(Number(theirs)) * 10 ** -DOUBLE_DIGITS
      }
      return differenceOf(rows.ours, rows.spark, closeEnough) === undefined
    },
  },
  {
    name: 'a count in a pivot is NULL for an absent combination',
    reason:
      '§3: "`count` in a pivot is NULL for an absent combination"; Spark gives 0 where an aggregate beside it has a type that its short cut for pivots lacks',
    applies: (one) => {
      const rows = bothRows(one)
      const counts = stepsOf(one, 'pivot').some(({ aggs }) => {
        const fns = aggs.flatMap(([, node]) => ('fn' in node ? [node.fn] : []))
        return fns.some((fn) => /^count/.test(fn)) && fns.some((fn) => PICKING.test(fn))
      })
      const nullForNone: SameCell = (ours, theirs, type) =>
        sameValue(ours, theirs, type) || (ours === null && theirs === 0 && type === 'long')
      return rows !== undefined && counts && differenceOf(rows.ours, rows.spark, nullForNone) === undefined
    },
  },
  {
    name: 'microseconds are cut',
    reason: '§1: "microseconds are cut and the docs say so †"',
    applies: (one) => {
      const rows = bothRows(one)
      if (!rows) return false
      const cut = (cell: Json | undefined) => (typeof cell === 'string' ? `${cell.slice(0, 23)}000Z` : cell)
      const toMilliseconds: SameCell = (ours, theirs, type) =>
        sameValue(ours, type === 'timestamp' ? cut(theirs) : theirs, type)
      return differenceOf(rows.ours, rows.spark, toMilliseconds) === undefined
    },
  },
]
