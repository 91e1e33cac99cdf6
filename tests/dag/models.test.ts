import { describe, expect, test } from 'vitest'
import { coalesce, lit, Model, type ModelRef, ref, schema, source, upper } from '../../src/index.ts'
import { resolveModels, toldOf } from './exported-models.ts'

const Order = schema({ id: 'long', total: 'decimal(12,2)', note: 'string?' })
const raw = source('raw', 'orders', { schema: Order })

const resolve = (...given: Parameters<typeof resolveModels>) => resolveModels(...given).graph

describe('columns of nothing but NULL', () => {
  const none = Model({ materialized: 'view' }, () => ref(raw).select((o) => [o.id, lit(null).as('gone')]))
  const part = Model({ materialized: 'ephemeral' }, () => ref(raw).select((o) => [o.id, lit(null).as('gone')]))
  const columns = (models: Parameters<typeof resolve>[0], name: string): unknown =>
    resolveModels(models)
      .models.get(name)
      ?.fields?.map(({ name, type }) => `${name} ${type.kind}`)

  test('are text in a relation: that is what it keeps', () => {
    expect(columns({ none }, 'shop.none')).toEqual(['id long', 'gone string'])
    const reads = Model(() => ref(none).withColumn('gone', (o) => upper(o.gone as never)))
    expect(columns({ none, reads }, 'shop.reads')).toEqual(['id long', 'gone string'])
  })

  test('are what they meet where they are part of another query', () => {
    expect(columns({ part }, 'shop.part')).toEqual(['id long', 'gone void'])
    const reads = Model(() => ref(part).withColumn('gone', (o) => coalesce(o.gone as never, 1)))
    expect(columns({ part, reads }, 'shop.reads')).toEqual(['id long', 'gone long'])
  })
})

describe('contracts', () => {
  test('are kept by the columns that the plan gives, in any order; whether NULL is there, the rows know', () => {
    const kept = Model({ contract: schema({ note: 'string', id: 'long', total: 'decimal(12,2)' }) }, () => ref(raw))
    expect(resolve({ kept }).nodes.get('shop.kept')?.config).toMatchObject({ contract: true })
  })

  test('say what is missing, what is too much and what has another type, with the place', () => {
    const broken = Model(
      { contract: schema({ id: 'string', totals: 'decimal(12,2)', note: 'string?' }) } as never,
      () => ref(raw),
    )
    expect(toldOf({ broken })).toEqual([
      expect.stringMatching(
        /^models\/shop\.ts:1 \| shop\.broken: broken breaks its contract: "id" \(string\) is long; "totals" \(decimal\(12,2\)\) is missing\. Did you mean "?total"?\?; "total" \(decimal\(12,2\)\) is not promised \| change the model or the contract/,
      ),
    ])
  })

  test('of what reads a table of unknown columns are for the run to look at', () => {
    const unknown = source('raw', 'somewhere')
    const later = Model({ contract: Order }, () => ref(unknown) as never)
    expect(resolve({ later }).nodes.has('shop.later')).toBe(true)
  })
})

describe('tests', () => {
  const odd = { name: 'odd', expression: (o: { id: { gt(n: number): never } }) => o.id.gt(0) }

  test('two of one name in a file are an error; of two files they are two', () => {
    const first = Model({ modelTests: [odd] } as never, () => ref(raw))
    const second = Model({ modelTests: [odd] } as never, () => ref(raw))
    expect(toldOf({ first, second })).toEqual([
      expect.stringMatching(
        /^models\/shop\.ts:2 \| two tests are named shop\.odd: of shop\.second and of shop\.first \|/,
      ),
    ])
  })

  test('of sources are named by their group too', () => {
    const declared = { schema: Order, tests: { id: ['unique'] } } as const
    const a = source('erp', 'orders', declared)
    const b = source('web', 'orders', declared)
    const all = Model(() => ref(a).union(ref(b)))
    const names = [...resolve({ all }).nodes.keys()]
    expect(names).toEqual(expect.arrayContaining(['sources.unique_erp_orders_id', 'sources.unique_web_orders_id']))
  })

  test('cannot keep their rows where a model, or another test, is', () => {
    const kept = (name: string) => ({ ...odd, name, storeFailures: 'bad' })
    const first = Model({ modelTests: [kept('one'), kept('two')] } as never, () => ref(raw))
    const bad = Model(() => ref(raw))
    expect(toldOf({ first })).toEqual([
      expect.stringContaining('what the test shop.two keeps and what the test shop.one keeps would both be bad'),
    ])
    expect(toldOf({ bad, first })).toEqual([
      expect.stringContaining('what the test shop.one keeps and shop.bad would both be bad'),
      expect.stringContaining('what the test shop.two keeps and shop.bad would both be bad'),
    ])
  })

  test('before which a table takes no place make it wait for what they read', () => {
    const tests = (severity: 'error' | 'warn') => ({ id: [{ references: [() => ids, 'id'], severity }] })
    const ids: ModelRef<unknown> = Model(() => ref(raw).select('id'))
    const audited = Model({ audit: 'before', tests: tests('error') } as never, () => ref(raw))
    const warned = Model({ audit: 'before', tests: tests('warn') } as never, () => ref(raw))
    const plain = Model({ tests: tests('error') } as never, () => ref(raw))
    const { nodes } = resolve({ audited, warned, plain, ids })
    const reads = ['audited', 'warned', 'plain'].map((name) => nodes.get(`shop.${name}`)?.dependsOn)
    expect(reads).toEqual([['sources.raw.orders', 'shop.ids'], ['sources.raw.orders'], ['sources.raw.orders']])
  })
})
