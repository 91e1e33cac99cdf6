/** What is spelled by an engine's own functions because they are faster means what the slower spelling means. */
import { expect, test } from 'vitest'
import { lit, not, Session, schema, substring, sum, when } from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { frameOf } from './cases.ts'

/** LIKE by the book: `%` any text, `_` one character, `\` escapes. */
function likes(text: string, pattern: string): boolean {
  const source = pattern.replace(/\\([\s\S])|[%_]|[.*+?^${}()|[\]]/gu, (found, escaped?: string) => {
    if (found === '%') return '[\\s\\S]*'
    if (found === '_') return '[\\s\\S]'
    return (escaped ?? found).replace(/[\\.*+?^${}()|[\]]/g, '\\$&')
  })
  return new RegExp(`^(?:${source})$`, 'u').test(text)
}

const PATTERNS = ['%', '%%', 'ab%', 'a\\%%', '%bc%', '%*%', '%[%', '*%', 'a%c', '%a%c', '%a%c%', '_b%', '%b_', 'a_c', 'abc', '', '%\\_%', '😀%', '%😀%d'] // biome-ignore format: one glance
const TEXTS = [
  '',
  'abc',
  'ABC',
  'ab',
  'abcabc',
  'a%c',
  'a*c',
  '*abc',
  'a[c',
  'x abc',
  'xaxc',
  'a_c',
  '😀bd',
  'x😀',
  'a\nc',
]
/** What stands behind NUL is text like any other. */
const WITH_NUL = ['ab\0c', 'a\0bc', '\0', '\0abc', 'abc\0', 'a\0c', 'x\0😀d']

/** Decimals of two digits behind the point, as whole numbers of hundredths: small ones, and all that fifteen digits hold. */
const HUNDREDTHS = [0n, 1n, -1n, 10n, 99n, 100n, 101n, 115n, -267n, 1_005n, 999_999n, 10_494_950n, -123_456_789_012n, 99_999_999_999_999n] // biome-ignore format: one glance

function decimalText(digits: bigint, scale: number): string {
  const text = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0')
  return `${digits < 0n ? '-' : ''}${text.slice(0, -scale)}.${text.slice(-scale)}`
}

onEveryEngine((database) => {
  const session = () => new Session(database.engine)

  test('like, whatever the pattern asks for', async () => {
    const texts = database.dialect === 'postgres' ? TEXTS : [...TEXTS, ...WITH_NUL]
    const frame = frameOf(
      session(),
      { s: 'string' },
      texts.map((text) => [text]),
    )
    for (const pattern of PATTERNS) {
      const rows = await frame
        .select((c) => [c.s, c.s.like(pattern).as('is'), not(c.s.like(pattern)).as('isNot')])
        .collect()
      const expected = texts.map((s) => ({ s, is: likes(s, pattern), isNot: !likes(s, pattern) }))
      expect(new Set(rows), pattern).toEqual(new Set(expected))
    }
  })

  test('like of what is computed', async () => {
    const frame = frameOf(session(), { s: 'string?' }, [['abc'], ['xbc'], [null]])
    const both = frame
      .filter((c) => substring(c.s, 1, 2).like('a%'))
      .crossJoin(frame.filter((c) => substring(c.s, 2).like('%c%')).agg(() => ({ n: sum(lit(1)) })))
    expect(await both.collect()).toEqual([{ s: 'abc', n: 2 }])
  })

  test('parts of texts that are shorter, as long or longer', async () => {
    const texts = ['', 'a', 'ab', 'abc', 'abcd', '😀é', '😀éxy', ...(database.dialect === 'postgres' ? [] : WITH_NUL)]
    const frame = frameOf(
      session(),
      { s: 'string' },
      texts.map((text) => [text]),
    )
    const rows = await frame
      .select((c) => [c.s, substring(c.s, 1, 2).as('two'), substring(c.s, 2, 2).as('next')])
      .collect()
    const cut = (text: string, from: number) => [...text].slice(from, from + 2).join('')
    expect(new Set(rows)).toEqual(new Set(texts.map((s) => ({ s, two: cut(s, 0), next: cut(s, 1) }))))
  })

  test('sums, differences and products of decimals have all their digits', async () => {
    const pairs = HUNDREDTHS.flatMap((a) => HUNDREDTHS.map((b) => ({ a, b })))
    const rows = pairs.map(({ a, b }) => [decimalText(a, 2), decimalText(b, 2), decimalText(a + b, 2)])
    const types = { a: 'decimal(15,2)', b: 'decimal(15,2)', both: 'decimal(15,2)' } as const
    const frame = frameOf(session(), types, rows)
    const found = await frame
      .select((c) => [
        c.a,
        c.b,
        c.a.plus(c.b).as('plus'),
        c.a.minus(c.b).as('minus'),
        c.a.plus(c.b).eq(c.both).as('same'),
      ])
      .collect()
    const expected = pairs.map(({ a, b }) => ({
      a: decimalText(a, 2),
      b: decimalText(b, 2),
      plus: decimalText(a + b, 2),
      minus: decimalText(a - b, 2),
      same: true,
    }))
    expect(new Set(found)).toEqual(new Set(expected))
  })

  test('sums of products are exact, be they small or larger than 64 bits hold', async () => {
    const types = { k: 'int', a: 'decimal(15,2)?', b: 'decimal(15,2)?', c: 'decimal(15,2)?' } as const
    const large = database.dialect === 'sqlite' ? '1000.00' : '9999999999999.99'
    const rows = [
      [1, '0.10', '0.20', '0.07'],
      [1, '104949.50', '-0.10', '0.08'],
      [1, null, '1.00', '1.00'],
      [2, large, large, '0.00'],
      [2, '1.15', '1.00', '1.00'],
      [2, `-${large}`, large, '2.00'],
      [3, null, '1.00', '1.00'],
      [3, '1.00', null, null],
      [4, '0.00', '0.00', '0.00'],
    ]
    const frame = frameOf(session(), types, rows)
    const found = await frame
      .groupBy('k')
      .agg((r) => ({
        two: sum(r.a.times(r.b)),
        less: sum(r.a.times(lit(1).minus(r.b))),
        some: sum(when(r.c.gt(0), r.a.times(r.b)).otherwise(0)),
        only: sum(when(r.c.gt(0), r.a.times(r.b))),
      }))
      .orderBy('k')
      .collect()
    const hundredths = (text: unknown): bigint | undefined =>
      text === null ? undefined : BigInt(String(text).replace('.', ''))
    const total = (values: readonly (bigint | undefined)[]): string | null => {
      const known = values.filter((value) => value !== undefined)
      return known.length === 0
        ? null
        : decimalText(
            known.reduce((all, one) => all + one, 0n),
            4,
          )
    }
    const expected = [1, 2, 3, 4].map((k) => {
      const own = rows.filter(([key]) => key === k).map(([, a, b, c]) => [hundredths(a), hundredths(b), hundredths(c)])
      const product = ([a, b]: readonly (bigint | undefined)[]) =>
        a !== undefined && b !== undefined ? a * b : undefined
      const counts = ([, , c]: readonly (bigint | undefined)[]) => c !== undefined && c > 0n
      return {
        k,
        two: total(own.map(product)),
        less: total(own.map(([a, b]) => product([a, b === undefined ? undefined : 100n - b]))),
        some: total(own.map((row) => (counts(row) ? product(row) : 0n))),
        only: total(own.filter(counts).map(product)),
      }
    })
    expect(found).toEqual(expected)
  })

  test.runIf(database.dialect === 'sqlite')('a beginning is looked up in an index', async () => {
    const { engine } = database
    await engine.execute({ sql: 'create table words (word text not null)', bindings: [] })
    await engine.execute({ sql: 'create index words_by_word on words (word)', bindings: [] })
    const plan = async (pattern: string) => {
      const words = session().table('words', schema({ word: 'string' }))
      const { sql, bindings } = words.filter((w) => w.word.like(pattern)).toSQL()
      const { rows } = await engine.query({ sql: `explain query plan ${sql}`, bindings })
      return rows.map((row) => row.at(-1)).join()
    }
    expect(await plan('be%')).toMatch(/SEARCH words/)
    expect(await plan('be%ing')).toMatch(/SEARCH words/)
    expect(await plan('%be%')).toMatch(/SCAN words/)
  })
})
