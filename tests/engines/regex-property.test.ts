/** Random patterns: an engine finds the matches that a backtracking search finds, or refuses the pattern before any SQL. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Column,
  regexpCount,
  regexpExtract,
  regexpExtractAll,
  regexpInstr,
  regexpReplace,
  regexpSubstr,
  rlike,
  split,
  UnsupportedOnDialect,
} from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { casesOn, evaluate } from './cases.ts'

const { array, constantFrom, oneof, tuple } = fc

/** Patterns in which classes, groups, alternatives and repetitions meet in any way. */
const { pattern: anyPattern } = fc.letrec<{ pattern: string; branch: string; item: string; atom: string }>((tie) => ({
  pattern: oneof(
    { weight: 4, arbitrary: tie('branch') },
    { weight: 1, arbitrary: tuple(tie('branch'), tie('branch')).map((two) => two.join('|')) },
  ),
  branch: array(tie('item'), { minLength: 1, maxLength: 4 }).map((items) => items.join('')),
  item: tuple(tie('atom'), constantFrom('', '', '', '*', '+', '?', '{2}', '{1,2}', '*?', '+?', '??')).map((two) =>
    two.join(''),
  ),
  atom: oneof(
    { weight: 6, arbitrary: constantFrom('a', 'b', '-', '\\d', '[ab]', '[^-]', '.', '\\w', '\\s') },
    {
      weight: 2,
      arbitrary: tuple(constantFrom('(', '(?:'), tie('pattern')).map(([open, inner]) => `${open}${inner})`),
    },
  ),
}))
const patterns = tuple(constantFrom('', '', '', '^'), anyPattern, constantFrom('', '', '$')).map(
  ([start, inner, end]) => (inner.includes('|') ? `${start}(?:${inner})${end}` : start + inner + end),
)
const texts = array(constantFrom('a', 'a', 'b', '-', '1', '\n'), { maxLength: 9 }).map((letters) => letters.join(''))

/** The same in JavaScript's own words: its search goes about it as Java's does. */
const reference = (pattern: string): RegExp => new RegExp(pattern.replace(/\$$/, '(?=\\n?$)'), 'gu')
const hasGroup = (pattern: string): boolean => /\((?!\?)/.test(pattern)
const first = (text: string, pattern: string) => [...text.matchAll(reference(pattern))][0]

interface Asked {
  readonly ours: (text: Column<string>, pattern: string) => Column<unknown>
  readonly theirs: (text: string, pattern: string) => unknown
}
const functions: Readonly<Record<string, Asked>> = {
  rlike: { ours: rlike, theirs: (text, pattern) => first(text, pattern) !== undefined },
  regexpCount: { ours: regexpCount, theirs: (text, pattern) => [...text.matchAll(reference(pattern))].length },
  regexpInstr: { ours: regexpInstr, theirs: (text, pattern) => (first(text, pattern)?.index ?? -1) + 1 },
  regexpSubstr: { ours: regexpSubstr, theirs: (text, pattern) => first(text, pattern)?.[0] ?? null },
  regexpExtract: {
    ours: (text, pattern) => regexpExtract(text, pattern, hasGroup(pattern) ? 1 : 0),
    theirs: (text, pattern) => first(text, pattern)?.[hasGroup(pattern) ? 1 : 0] ?? '',
  },
  regexpExtractAll: {
    ours: (text, pattern) => regexpExtractAll(text, pattern, 0),
    theirs: (text, pattern) => Array.from(text.matchAll(reference(pattern)), ([match]) => match),
  },
  regexpReplace: {
    ours: (text, pattern) => regexpReplace(text, pattern, '<>'),
    theirs: (text, pattern) => text.replace(reference(pattern), '<>'),
  },
  split: {
    ours: (text, pattern) => split(text, separator(pattern)),
    // JavaScript would put what groups hold among the parts.
    theirs: (text, pattern) =>
      text.split(new RegExp(reference(separator(pattern)).source.replace(/\((?!\?)/g, '(?:'), 'u')),
  },
}
/** A pattern that matches something. */
const separator = (pattern: string): string => `-${pattern.replace(/^\^/, '')}`

/** Patterns of which each engine must answer this many at least: refusing all of them would prove nothing. */
const ROUNDS = 40

onEveryEngine((database) => {
  const { session } = casesOn(database)
  const given = fc.sample(tuple(patterns, array(texts, { minLength: 12, maxLength: 12 })), {
    numRuns: Number(process.env.REGEX_ROUNDS ?? ROUNDS),
    seed: Number(process.env.REGEX_SEED ?? 29),
  })
  for (const [name, { ours, theirs }] of Object.entries(functions)) {
    test(`${name} of random patterns`, async () => {
      let answered = 0
      const wrong: unknown[] = []
      for (const [pattern, rows] of given) {
        try {
          const build = ({ s }: { s: Column<string> }) => ({ found: ours(s, pattern) })
          const { found } = await evaluate(
            session(),
            { s: 'string' },
            rows.map((row) => [row]),
            build,
          )
          rows.forEach((row, index) => {
            const expected = theirs(row, pattern)
            if (JSON.stringify(found?.[index]) !== JSON.stringify(expected))
              wrong.push({ pattern, row, found: found?.[index], expected })
          })
          answered += 1
        } catch (error) {
          if (!(error instanceof UnsupportedOnDialect)) throw new Error(`${name} of ${pattern}`, { cause: error })
        }
      }
      expect(wrong).toStrictEqual([])
      expect(answered).toBeGreaterThan(given.length / 4)
    })
  }
})
