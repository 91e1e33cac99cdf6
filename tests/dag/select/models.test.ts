/** Selection among models, seeds, sources and tests. */
import { describe, expect, test } from 'vitest'
import type { TaskNode } from '../../../src/dag/graph.ts'
import { type SelectionGiven, selectTasks } from '../../../src/dag/select/select.ts'
import { graphOf, node, sorted, thrownBy } from '../support.ts'

const model = (name: string, relation: string, fields: Partial<TaskNode> = {}): TaskNode =>
  node(name, { resourceType: 'model', relation: { schema: undefined, name: relation }, ...fields })
const check = (name: string, kind: string, dependsOn: string[], type: 'generic' | 'singular' = 'generic'): TaskNode =>
  node(name, {
    resourceType: 'test',
    dependsOn,
    test: { type, kind, tested: dependsOn[0] ?? '', column: 'id', severity: kind === 'references' ? 'warn' : 'error' },
  })

const shop = graphOf(
  node('sources.raw.events', {
    resourceType: 'source',
    exportName: 'raw.events',
    relation: { schema: 'raw', name: 'events' },
    tags: ['raw'],
  }),
  node('seeds.geo.countries', {
    resourceType: 'seed',
    file: 'seeds/geo/countries.csv',
    declaredIn: 'models/staging.ts',
    relation: { schema: undefined, name: 'countries' },
    config: { materialized: 'seed' },
  }),
  model('staging.stgEvents', 'stg_events', {
    dependsOn: ['sources.raw.events'],
    config: { materialized: 'view', meta: { tier: 1, team: ['web', 'core'], pii: true } },
  }),
  model('staging.stgCountries', 'stg_countries', {
    dependsOn: ['seeds.geo.countries'],
    config: { materialized: 'view' },
  }),
  model('marts.visits.visits', 'visits', {
    dependsOn: ['staging.stgEvents', 'staging.stgCountries'],
    tags: ['nightly'],
    config: { materialized: 'table' },
  }),
  node('load.events', { dependsOn: ['marts.visits.visits'] }),
  check('checks.unique_stg_events_id', 'unique', ['staging.stgEvents']),
  check('checks.references_stg_events', 'references', ['staging.stgEvents', 'staging.stgCountries']),
  check('checks.visits_add_up', 'visits_add_up', ['marts.visits.visits', 'staging.stgEvents'], 'singular'),
  check('checks.events_known', 'events_known', ['staging.stgCountries', 'sources.raw.events'], 'singular'),
)
const select = (text: string, given: SelectionGiven = {}): string[] =>
  sorted(selectTasks(shop, { select: [text], indirectSelection: 'empty', ...given }).names)

describe('names of models', () => {
  test.each([
    ['stg_events', ['staging.stgEvents']],
    ['stgEvents', ['staging.stgEvents']],
    ['staging.stg_events', ['staging.stgEvents']],
    ['staging.stgEvents', ['staging.stgEvents']],
    ['staging.stg_*', ['staging.stgCountries', 'staging.stgEvents']],
    ['stg_*', ['staging.stgCountries', 'staging.stgEvents']],
    // A file that is called as its model is: the name stands once.
    ['marts.visit?', ['marts.visits.visits']],
    ['marts', ['marts.visits.visits']],
  ])('%s', (text, expected) => {
    expect(select(text)).toEqual(expected)
  })

  test('sources are named by their method alone', () => {
    expect(select('events')).toEqual(['load.events'])
    expect(select('source:raw')).toEqual(['sources.raw.events'])
    expect(select('source:raw.ev*')).toEqual(['sources.raw.events'])
    expect(select('source:*+1')).toEqual(['checks.events_known', 'sources.raw.events', 'staging.stgEvents'])
    expect(thrownBy(() => select('source:row.events')).hint).toContain('Did you mean "raw.events"')
  })
})

describe('methods', () => {
  test.each([
    ['config.materialized:view', ['staging.stgCountries', 'staging.stgEvents']],
    ['config.materialized:vi*', undefined],
    ['config.meta.team:web', ['staging.stgEvents']],
    ['config.meta.pii:True', ['staging.stgEvents']],
    ['config.meta.tier:1', undefined],
    ['config.meta:tier', ['staging.stgEvents']],
    ['config.tags:nightly', ['marts.visits.visits']],
    ['config.severity:WARN', ['checks.references_stg_events']],
    ['resource_type:seed', ['seeds.geo.countries']],
    ['resource_type:task', ['load.events']],
    ['test_type:singular', ['checks.events_known', 'checks.visits_add_up']],
    ['test_name:uni*', ['checks.unique_stg_events_id']],
    ['path:models/marts', ['marts.visits.visits']],
    ['geo', ['seeds.geo.countries']],
    ['seeds', ['seeds.geo.countries']],
    ['path:models/staging.ts', ['seeds.geo.countries', 'staging.stgCountries', 'staging.stgEvents']],
    ['countries.csv', ['seeds.geo.countries']],
  ])('%s', (text, expected) => {
    if (expected === undefined) expect(thrownBy(() => select(text)).message).toContain('nothing selected')
    else expect(select(text)).toEqual(expected)
  })

  test('results of tests have the words of tests', () => {
    const results = new Map([
      ['checks.unique_stg_events_id', 'pass'],
      ['checks.references_stg_events', 'warn'],
      ['checks.visits_add_up', 'fail'],
      ['staging.stgEvents', 'success'],
      ['staging.stgCountries', 'failed'],
      ['marts.visits.visits', 'upstream_failed'],
    ])
    const by = (text: string): string[] =>
      sorted(selectTasks(shop, { select: [text], indirectSelection: 'empty' }, { results }).names)
    expect(by('result:success')).toEqual(['staging.stgEvents'])
    expect(by('result:pass')).toEqual(['checks.unique_stg_events_id'])
    expect(by('result:error')).toEqual(['staging.stgCountries'])
    expect(by('result:failed')).toEqual(['checks.visits_add_up', 'staging.stgCountries'])
    expect(by('result:skipped result:warn')).toEqual(['checks.references_stg_events', 'marts.visits.visits'])
  })
})

describe('tests that come along', () => {
  const tests = (text: string, indirectSelection: SelectionGiven['indirectSelection']): string[] =>
    select(text, { indirectSelection, resourceTypes: ['test'] }).map((name) => name.slice('checks.'.length))
  test.each([
    ['eager', ['references_stg_events', 'unique_stg_events_id', 'visits_add_up']],
    ['cautious', ['unique_stg_events_id']],
    ['buildable', ['unique_stg_events_id']],
  ] as const)('%s, of one model', (how, expected) => {
    expect(tests('stg_events', how)).toEqual(expected)
  })
  test('buildable takes what comes before and sources for granted', () => {
    expect(tests('visits', 'buildable')).toEqual(['visits_add_up'])
    expect(tests('stg_countries', 'buildable')).toEqual(['events_known'])
    expect(thrownBy(() => tests('visits', 'cautious')).message).toBe(
      'nothing selected: what was selected holds no test',
    )
  })
  test('cautious: two selectors bring one parent each', () => {
    expect(tests('stg_events stg_countries', 'cautious')).toEqual(['references_stg_events', 'unique_stg_events_id'])
  })
  test('empty brings none, and what is excluded takes its tests out', () => {
    expect(select('stg_events', { indirectSelection: 'empty' })).toEqual(['staging.stgEvents'])
    expect(select('stg_events stg_countries', { indirectSelection: 'eager', exclude: ['stg_countries'] })).toEqual([
      'checks.unique_stg_events_id',
      'checks.visits_add_up',
      'staging.stgEvents',
    ])
  })
})

test('the message where nothing is left speaks of nodes, and lists them', () => {
  const error = thrownBy(() => select('stg_event'))
  expect(error.message).toBe('nothing selected: no node matches "stg_event"')
  expect(error.hint).toMatch(/^Did you mean "stg_events".* nodes are /)
})

test('ten thousand models: each selector costs what it looks at, once', () => {
  const layers = Array.from({ length: 100 }, (_, layer) =>
    Array.from({ length: 100 }, (_, index) =>
      model(`l${layer}.m${index}`, `m_${layer}_${index}`, {
        // Two parents each, and one root that every model reads.
        dependsOn: layer === 0 ? [] : [`l${layer - 1}.m${index}`, `l${layer - 1}.m${(index + 1) % 100}`, 'l0.m0'],
      }),
    ),
  ).flat()
  const big = graphOf(...layers.map((one) => ({ ...one, dependsOn: [...new Set(one.dependsOn)] })))
  const all = selectTasks(big, { select: ['+m_50_50+'] })
  expect(all.names.has('l99.m50')).toBe(true)
  expect(all.names.size).toBeGreaterThan(2000)
  expect(selectTasks(big, { select: ['@m_0_0'] }).names.size).toBe(10_000)
})
