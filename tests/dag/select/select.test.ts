import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { selectTasks } from '../../../src/dag/select/select.ts'
import { isWild } from '../../../src/dag/select/wildcard.ts'
import { graphOf, node, sorted, thrownBy } from '../support.ts'

interface Oracle {
  nodes: { name: string; kind: string; path: string; fqn: string[]; tags: string[]; dependsOn: string[] }[]
  cases: { id: string; select: string | null; exclude?: string; selected: string[] }[]
}
const oracle = JSON.parse(readFileSync(new URL('recorded.json', import.meta.url), 'utf8')) as Oracle
const kindOf = new Map(oracle.nodes.map(({ name, kind }) => [name, kind]))
const bareOf = new Map(
  oracle.nodes.map(({ name, kind, fqn }) => [kind === 'source' ? `source ${name}` : fqn.join('.'), name]),
)
const nameOf = new Map([...bareOf].map(([name, bare]) => [bare, name]))
const project = graphOf(
  ...oracle.nodes.map((one) =>
    node(nameOf.get(one.name) as string, {
      exportName: one.kind === 'source' ? `source ${one.name}` : one.name,
      file: one.path,
      tags: one.tags,
      dependsOn: one.dependsOn.map((name) => nameOf.get(name) as string),
    }),
  ),
)

function select(given: { select?: string[]; exclude?: string[] }): string[] {
  try {
    const names = [...selectTasks(project, given).names].map((name) => bareOf.get(name) as string)
    return sorted(names.filter((name) => ['model', 'seed', 'snapshot'].includes(kindOf.get(name) as string)))
  } catch (error) {
    if ((error as Error).message.startsWith('nothing selected')) return []
    throw error
  }
}

/** Where wildcards stand in a name without a method: they match bare names too, which dbt's do not. */
const wildName = ({ select: text, exclude }: Oracle['cases'][number]): boolean =>
  `${text ?? ''} ${exclude ?? ''}`.split(/[\s,]+/).some((part) => isWild(part) && !/(?:path|tag|file):|\//.test(part))

describe('the grammar, against what dbt selected', () => {
  test.each(oracle.cases.filter((one) => !wildName(one)))('$id: $select less $exclude', (one) => {
    const given = {
      select: one.select === null ? [] : [one.select],
      exclude: one.exclude === undefined ? [] : [one.exclude],
    }
    expect(select(given)).toEqual(one.selected)
  })

  test.each(oracle.cases.filter((one) => wildName(one) && one.exclude === undefined))(
    '$id: $select selects at least as much',
    (one) => {
      expect(select({ select: [one.select ?? ''] })).toEqual(expect.arrayContaining(one.selected))
    },
  )
})

const sales = graphOf(
  node('raw.orders', { tags: ['raw'], owner: 'ana' }),
  node('raw.items'),
  node('sales.daily', { dependsOn: ['raw.orders'], tags: ['nightly'] }),
  node('sales.Reports.winners', { exportName: 'Reports.winners', dependsOn: ['sales.daily', 'raw.items'] }),
)
const names = (...texts: string[]): string[] => sorted(selectTasks(sales, { select: texts }).names)

describe('names', () => {
  test('several --select are united', () => {
    expect(names('daily', 'items')).toEqual(['raw.items', 'sales.daily'])
  })
  test('a decorated method answers to Class.method and to method', () => {
    expect(names('Reports.winners')).toEqual(['sales.Reports.winners'])
    expect(names('winners')).toEqual(['sales.Reports.winners'])
  })
  test('wildcards match bare names', () => {
    expect(names('dai*')).toEqual(['sales.daily'])
    expect(names('Rep*')).toEqual(['sales.Reports.winners'])
  })
  test('owner, and parents by depth', () => {
    expect(names('owner:an?+1')).toEqual(['raw.orders', 'sales.daily'])
    expect(names('1+winners')).toEqual(['raw.items', 'sales.Reports.winners', 'sales.daily'])
  })
})

describe('state and result', () => {
  const comparison = {
    added: ['raw.items'],
    removed: [],
    equal: ['raw.orders', 'sales.Reports.winners'],
    changed: new Map([['sales.daily', []]]),
  }
  const results = new Map([
    ['sales.daily', 'failed'],
    ['raw.orders', 'success'],
  ])
  const by = (text: string): string[] => sorted(selectTasks(sales, { select: [text] }, { comparison, results }).names)
  test.each([
    ['state:new', ['raw.items']],
    ['state:old', ['raw.orders', 'sales.Reports.winners', 'sales.daily']],
    ['state:modified', ['raw.items', 'sales.daily']],
    ['state:unmodified', ['raw.orders', 'sales.Reports.winners']],
    ['result:failed', ['sales.daily']],
    ['result:failed+', ['sales.Reports.winners', 'sales.daily']],
  ])('%s', (text, expected) => {
    expect(by(text)).toEqual(expected)
  })
  test('parts of a modification', () => {
    const partly = { ...comparison, changed: new Map([['sales.daily', [{ what: 'options', detail: 'ttl' } as const]]]) }
    const part = (text: string): string[] =>
      sorted(selectTasks(sales, { select: [text] }, { comparison: partly }).names)
    expect(part('state:modified.configs')).toEqual(['raw.items', 'sales.daily'])
    expect(part('state:modified.body')).toEqual(['raw.items'])
  })
  test('without an earlier run everything is new, and there is no result', () => {
    expect(names('state:new')).toHaveLength(4)
    expect(thrownBy(() => names('result:failed')).message).toContain('no earlier run')
  })
})

describe('mistakes', () => {
  test.each([
    ['dayly', 'nothing selected: no task matches "dayly"', 'Did you mean "daily"'],
    ['tag:nihgtly', 'nothing selected', 'Did you mean "nightly"'],
    ['tags:nightly', 'there is no selector method "tags"', 'Did you mean "tag"'],
    ['state:mod', 'there is no state "mod"', 'modified'],
    ['result:faild', 'there is no result "faild"', 'Did you mean "failed"'],
    ['group:money', 'no selector method "group"', 'owner:x'],
    ['tag.x:y', 'tag takes no dots', 'tag:y'],
    ['config:view', 'config which option?', 'config.materialized:view'],
    ['resource_type:view', 'there is no resource type "view"', 'model'],
    ['test_type:unit', 'there is no test type "unit"', 'generic'],
    ['source:a.b.c', 'a source is a schema', ''],
    ['path:models/sale', 'nothing selected', 'Did you mean "models/sales"'],
    ['owner:anna', 'nothing selected', 'Did you mean "ana"'],
    ['config.tags:nihgtly', 'nothing selected', 'Did you mean "nightly"'],
    ['source:raw', 'nothing selected', 'nothing has a source'],
    ['@daily+', '@ and + do not go together', '@daily takes'],
    ['daily,', 'no task matches "daily,"', 'tasks are'],
    ['+', 'no task matches "+"', 'tasks are'],
    ['toString:x', 'no selector method "toString"', 'methods are'],
  ])('%s', (text, message, hint) => {
    const error = thrownBy(() => names(text))
    expect(error.name).toBe('UsageError')
    expect(error.message).toContain(message)
    expect(error.hint ?? '').toContain(hint)
  })
  test('what matched nothing beside what did is told', () => {
    expect(selectTasks(sales, { select: ['daily nope'] }).unmatched).toEqual(['nope'])
  })
  test('everything excluded', () => {
    expect(thrownBy(() => selectTasks(sales, { select: ['daily'], exclude: ['sales'] })).message).toContain(
      '--exclude sales takes out all',
    )
  })
})
