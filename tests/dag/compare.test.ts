/** What makes two definitions of something that is declared differ. */
import { describe, expect, test } from 'vitest'
import { describeDifferences, differencesOf, givenOtherwise } from '../../src/dag/compare.ts'
import type { TaskNode } from '../../src/dag/graph.ts'
import { node } from './support.ts'

const visits = node('marts.visits', {
  resourceType: 'model',
  relation: { schema: 'marts', name: 'visits' },
  fingerprint: 'a',
  dependsOn: ['staging.events'],
  config: { materialized: 'table', meta: { tier: { gold: true } } },
})
const told = (now: Partial<TaskNode>, old: TaskNode = visits): string =>
  describeDifferences(differencesOf(JSON.parse(JSON.stringify(old)) as TaskNode, { ...old, ...now }))

describe('a model', () => {
  test.each<[string, Partial<TaskNode>, string]>([
    ['through JSON and back', {}, ''],
    ['its plan', { fingerprint: 'b' }, 'code (plan)'],
    [
      'its plan, and with it its parents',
      { fingerprint: 'b', dependsOn: ['staging.events', 'seeds.countries'] },
      'code (plan), dependency (+seeds.countries)',
    ],
    ['a parent that moved to another file', { dependsOn: ['raw.events'] }, ''],
    ['its line, its description, tags and owner', { line: 9, description: 'x', tags: ['y'], owner: 'z' }, ''],
    [
      'how it is made',
      { config: { materialized: 'view', meta: { tier: { gold: true } } } },
      'options (materialized table → view)',
    ],
    [
      'deep in an option',
      { config: { materialized: 'table', meta: { tier: { gold: false } } } },
      'options (meta tier (gold true) → tier (gold false))',
    ],
    ['an option that it has no more', { config: { materialized: 'table' } }, 'options (meta tier (gold true) → none)'],
    ['its name', { relation: { schema: undefined, name: 'visits' } }, 'relation (marts.visits → visits)'],
  ])('%s', (_, now, expected) => {
    expect(told(now)).toBe(expected)
  })
})

test('a seed is its file and its schema', () => {
  const seed = node('seeds.countries', {
    resourceType: 'seed',
    fingerprint: 'a',
    sources: { 'seeds/countries.csv': '1' },
  })
  expect(told({ sources: { 'seeds/countries.csv': '2' } }, seed)).toBe('code (seeds/countries.csv)')
  expect(told({ fingerprint: 'b' }, seed)).toBe('code (schema)')
})

test('a test is its query and its severity', () => {
  const check = node('visits.unique_id', {
    resourceType: 'test',
    fingerprint: 'a',
    test: { type: 'generic', kind: 'unique', tested: 'marts.visits', column: 'id', severity: 'error' },
  })
  expect(told({ fingerprint: 'b' }, check)).toBe('code (query)')
  expect(told({ test: { ...check.test, severity: 'warn' } as TaskNode['test'] }, check)).toBe(
    'options (severity error → warn)',
  )
})

test.each<[string, TaskNode['params'], string]>([
  ['the same', { currency: { type: 'string', fallback: 'a' }, day: { type: 'date' } }, ''],
  [
    'another default',
    { currency: { type: 'string', fallback: 'b' }, day: { type: 'date' } },
    'default of params.currency',
  ],
  ['no default', { currency: { type: 'string' }, day: { type: 'date' } }, 'default of params.currency'],
  ['another type', { currency: { type: 'string', fallback: 'a' }, day: { type: 'int' } }, 'params.day date → int'],
  ['others', { day: { type: 'date' }, x: { type: 'int' } }, '+params.x, -params.currency'],
  ['none', undefined, '-params.currency, -params.day'],
])('the parameters of a task: %s', (_, params, expected) => {
  const old = node('a.b', { params: { currency: { type: 'string', fallback: 'a' }, day: { type: 'date' } } })
  expect(told({ params }, old)).toBe(expected === '' ? '' : `options (${expected})`)
})

test.each([
  [undefined, undefined, undefined],
  [undefined, { params: undefined, interval: undefined }, undefined],
  [{ params: 'a', interval: 'x' }, { params: 'a', interval: 'x' }, undefined],
  [undefined, { params: 'a', interval: undefined }, 'other parameters than at its last success'],
  [{ params: 'a', interval: 'x' }, undefined, 'other parameters and another interval than at its last success'],
  [{ params: 'a', interval: 'x' }, { params: 'a', interval: 'y' }, 'another interval than at its last success'],
])('given %j and now %j', (before, now, expected) => {
  expect(givenOtherwise(before && { part: undefined, ...before }, now && { part: undefined, ...now })).toBe(expected)
})

test.each([
  ['--empty', undefined, 'read with --empty at its last success'],
  [undefined, '--empty', 'read with all rows at its last success'],
  ['--sample 2 d', '--sample 3 d', 'read with --sample 2 d at its last success'],
  ['--empty', '--empty', undefined],
])('read with %s and now with %s', (before, now, expected) => {
  const given = (part: string | undefined) => part && { params: undefined, interval: undefined, part }
  expect(givenOtherwise(given(before) || undefined, given(now) || undefined)).toBe(expected)
})
