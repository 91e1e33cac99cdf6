/** Names and values of every kind come back byte for byte, or are refused before any SQL. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { InternalError } from '../../src/errors/index.ts'
import {
  type Column,
  countIf,
  InvalidName,
  InvalidValue,
  lit,
  MillraceError,
  Session,
  schema,
  sum,
} from '../../src/index.ts'
import { inEveryShop } from './shop.ts'

const OWN = [
  "'", '"', '`', '""', "''", '"; DROP TABLE orders; --', "'; DROP TABLE orders; --", ';--', '/* */', '--',
  '?', '??', '\\?', '$1', ':name', '@p0', '%s', '{0}', '[a]', ']]', 'a[0]', '(', 'a.b', '.', 'a as b', ' as ',
  ' leading', 'trailing ', ' ', '\t', 'line\nbreak', '\r\n', '\\', '\\\\', '\\n', 'select', 'NULL', 'null', '1', '-0',
  'ÄÖÜß', 'é', 'e\u0301', '漢字', '😀', '👩‍👩‍👧', '\u202E', '\uFEFF', '\u200B', '\u0001', '\u007F', '__proto__', 'constructor', 'then',
] as const // biome-ignore format: a page of trouble

const LIST = join(import.meta.dirname, '../../../shared/data/torture/naughty-strings.json')
const naughty: readonly string[] = existsSync(LIST) ? (JSON.parse(readFileSync(LIST, 'utf8')) as string[]) : []
/** Values or patterns in one query. */
const BATCH = 50
const long = 'ab?"\'😀'.repeat(1500)

inEveryShop((shop) => {
  const untouched = async () =>
    expect([await shop.orders.count(), await shop.customers.count()], 'the neighbours').toEqual([6, 4])

  /** Writes the values, reads them back, and looks each of them up. */
  async function valuesComeBack(texts: readonly string[], table: string) {
    const { session } = shop
    const rows = texts.map((s, n) => ({ n, s }))
    const Texts = schema({ n: 'long', s: 'string' })
    await session.createDataFrame(rows, Texts).write(table, { mode: 'overwrite' })
    const stored = session.table(table, Texts)
    expect(await stored.orderBy('n').collect()).toEqual(rows)
    const wrong: string[] = []
    for (let from = 0; from < rows.length; from += BATCH) {
      const found = await stored
        .groupBy()
        .agg((t) =>
          Object.fromEntries(
            rows.slice(from, from + BATCH).map(({ n, s }) => [
              `found ${n}`,
              countIf(
                t.s
                  .eq(s)
                  .and(t.s.isin([s, 'x']))
                  .and(t.n.eq(n)),
              ),
            ]),
          ),
        )
        .collect()
      for (const [name, times] of Object.entries(found[0] ?? {}))
        if (times !== 1) wrong.push(texts[Number(name.slice('found '.length))] as string)
    }
    expect(wrong).toEqual([])
  }

  describe('values', () => {
    test('quotes, brackets, placeholders, comments, emoji, ten thousand characters', async () => {
      await valuesComeBack([...OWN, '', long], 'own_values')
      await untouched()
    })

    test.skipIf(naughty.length === 0)('every string of a collection that has broken other programs', async () => {
      const holdable = naughty.filter((text) => !text.includes('\0'))
      expect(holdable.length).toBeGreaterThan(400)
      await valuesComeBack(holdable, 'naughty_values')
      await untouched()
    })

    test('NUL comes back where the engine holds it, and is an error before SQL where not', async () => {
      const frame = shop.session.createDataFrame([{ s: 'a\0b' }])
      if (shop.database.dialect !== 'postgres') expect(await frame.collect()).toEqual([{ s: 'a\0b' }])
      else await expect(frame.collect()).rejects.toThrow(InvalidValue)
      const compared = shop.orders.filter((o) => o.status.eq('a\0b'))
      if (shop.database.dialect !== 'postgres') expect(await compared.count()).toBe(0)
      else await expect(compared.count()).rejects.toThrow(InvalidValue)
    })
  })

  interface Question {
    readonly text: string
    readonly pattern: string
    /** undefined where nobody promises an answer. */
    readonly expected: boolean | undefined
  }

  /** Asks many at once; a pattern that cannot be asked is an error before any SQL. Gives how many were. */
  async function patternsAgree(method: 'like' | 'ilike' | 'rlike', questions: readonly Question[]): Promise<number> {
    const one = shop.session.range(1)
    const asked = ({ text, pattern }: Question) => lit(text)[method](pattern)
    const askable = questions.filter((question) => {
      try {
        return one.select(asked(question).as('x')).toSQL().sql !== ''
      } catch (error) {
        if (error instanceof MillraceError && !(error instanceof InternalError)) return false
        throw error
      }
    })
    const wrong: string[] = []
    for (let from = 0; from < askable.length; from += BATCH) {
      const batch = askable.slice(from, from + BATCH)
      const columns: Record<string, Column<boolean>> = Object.fromEntries(
        batch.map((each, n) => [`p${n}`, asked(each)]),
      )
      const [row] = await one.select(...Object.entries(columns).map(([name, column]) => column.as(name))).collect()
      for (const [n, { text, pattern, expected }] of batch.entries()) {
        const found = (row as Record<string, unknown>)[`p${n}`]
        if (expected !== undefined && found !== expected) wrong.push(JSON.stringify({ text, pattern, found }))
      }
    }
    expect(wrong).toEqual([])
    return askable.length
  }

  describe('patterns', () => {
    const texts = () => [...OWN, ...naughty].filter((text) => !text.includes('\0'))

    test('a text with its signs escaped matches itself, and nothing longer', async () => {
      const like = (text: string) => text.replace(/[\\%_]/g, '\\$&')
      const both = (all: readonly string[], pattern: (text: string) => string) =>
        all.flatMap((text) => [
          { text, pattern: pattern(text), expected: true },
          { text: `${text}x`, pattern: pattern(text), expected: false },
        ])
      expect(await patternsAgree('like', both(texts(), like))).toBe(texts().length * 2)
      // Each takes DuckDB's planner a while: some of them do.
      const some = texts().filter((_, place) => place % 8 === 0)
      expect(await patternsAgree('ilike', both(some, like))).toBe(some.length * 2)
      const whole = both(texts(), (text) => `^${quoted(text)}$`)
      expect(await patternsAgree('rlike', whole)).toBe(texts().length * 2)
      await untouched()
    }, 120_000)

    test('as it stands a text is a pattern, or an error before SQL', async () => {
      const asLike = texts().map((text) => ({ text, pattern: text, expected: likeReference(text)?.test(text) }))
      expect(await patternsAgree('like', asLike)).toBe(asLike.filter(({ expected }) => expected !== undefined).length)
      const asRegex = texts().map((text) => ({ text, pattern: text, expected: javascriptPattern(text)?.test(text) }))
      expect(await patternsAgree('rlike', asRegex)).toBeGreaterThan(texts().length * 0.7)
      await untouched()
    })
  })

  /** Makes a table of a column, both called `name`, and takes it through verbs that print the name everywhere. */
  async function namesComeBack(name: string): Promise<void> {
    const { session } = shop
    const table = `"${name.replaceAll('"', '""')}"`
    // Not as a literal: __proto__ would set the prototype.
    const row = Object.fromEntries([
      [name, 7],
      ['other column', 1],
    ])
    const frame = session.createDataFrame([row])
    await frame.write(table, { mode: 'overwrite' })
    const stored = session.table(table)
    expect(await stored.columns()).toEqual([name, 'other column'])
    const again = stored
      .filter(stored.col(name).gt(1))
      .withColumn('x', stored.col(name))
      .join(stored.alias(name), name)
      .groupBy(name)
      .agg({ x: sumOf(stored, name) })
      .orderBy(name)
      .limit(1)
    expect(await again.select(name).collect()).toEqual([Object.fromEntries([[name, 7]])])
    const limited = stored.limit(1).filter(stored.col(name).eq(7)).rename({ 'other column': 'o' })
    expect(await limited.select(name).collect()).toEqual([Object.fromEntries([[name, 7]])])
    expect(Object.keys((await stored.first()) ?? {})).toEqual([name, 'other column'])
    await shop.database.engine.execute({ sql: `DROP TABLE ${table}`, bindings: [] })
  }

  describe('names', () => {
    test('of tables and columns', async () => {
      const lost: string[] = []
      for (const name of OWN)
        await namesComeBack(name).catch((error: unknown) => lost.push(`${name}: ${String(error)}`))
      expect(lost).toEqual([])
      await untouched()
    })

    test.skipIf(naughty.length === 0)(
      'of the collection, where the engine can hold them',
      async () => {
        const sqlite = shop.database.dialect === 'sqlite'
        const limit = shop.database.dialect === 'postgres' ? 63 : 1000
        const holdable = naughty.filter(
          (name) =>
            name !== '' &&
            !name.includes('\0') &&
            Buffer.byteLength(name) <= limit &&
            !(sqlite && /^(true|false)$/i.test(name)),
        )
        const refused = naughty.filter((name) => !holdable.includes(name))
        const lost: string[] = []
        for (const name of holdable)
          await namesComeBack(name).catch((error: unknown) => lost.push(`${name}: ${String(error)}`))
        expect(lost).toEqual([])
        for (const name of refused) await expect(namesComeBack(name), name).rejects.toThrow(InvalidName)
        await untouched()
      },
      120_000,
    )

    test('empty, with a NUL, too long: an error before SQL, also inside a query', async () => {
      const { orders } = shop
      const refused = { sqlite: ['TRUE'], postgres: ['x'.repeat(10_000)], duckdb: [] }[shop.database.dialect]
      for (const name of ['', 'a\0b', ...refused]) {
        await expect(orders.select(orders.id.as(name)).collect()).rejects.toThrow(InvalidName)
        if (name !== 'TRUE') await expect(orders.write(`"${name}"`)).rejects.toThrow(InvalidName)
        const inside = orders.withColumn(name, (o) => o.total.times(2))
        await expect(
          inside
            .filter((o) => (o as never as typeof orders)[name as 'total'].gt(1))
            .select('id')
            .collect(),
        ).rejects.toThrow(InvalidName)
      }
      await untouched()
    })

    test('ten thousand characters, where the engine can', async () => {
      if (shop.database.dialect !== 'postgres') await namesComeBack('x?"'.repeat(300))
      const wide = shop.orders.select((o) => [o.id.as('x'.repeat(10_000))])
      if (shop.database.dialect !== 'postgres')
        expect(Object.keys((await wide.first()) ?? {})).toEqual(['x'.repeat(10_000)])
      else await expect(wide.first()).rejects.toThrow('63 bytes')
    })

    test('names that differ in case alone: two columns where the engine has two, else an error', async () => {
      const frame = shop.orders
        .select((o) => [o.id.as('a'), o.total.as('A')])
        .orderBy('a')
        .limit(1)
      if (shop.database.dialect === 'postgres') expect(await frame.collect()).toEqual([{ a: 1, A: 50 }])
      else await expect(frame.collect()).rejects.toThrow(/^(SQLite|DuckDB) cannot tell the columns "a" and "A" apart/)
    })

    test('a self-join of a table whose name is as long as it may be', async () => {
      const name = 'n'.repeat(63)
      const session = new Session(shop.database.engine)
      await session.createDataFrame([{ id: 1 }]).write(name)
      const table = session.table(name, schema({ id: 'long' }))
      expect(await table.join(table, (a, b) => a.id.eq(b.id)).collect()).toEqual([{ id: 1, id_right: 1 }])
    })
  })
})

/** What a pattern of LIKE means, said as a regular expression of JavaScript; undefined where it means nothing. */
function likeReference(pattern: string): RegExp | undefined {
  const signs = pattern.match(/\\[\\%_]|[^\\]/gu) ?? []
  if (signs.join('') !== pattern) return undefined
  const parts = signs.map((sign) =>
    sign === '%' ? '[^]*' : sign === '_' ? '[^]' : quoted(sign.replace(/^\\(?=.)/u, '')),
  )
  return new RegExp(`^${parts.join('')}$`, 'u')
}

/** A text as a regular expression that matches it alone. */
const quoted = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')

function javascriptPattern(pattern: string): RegExp | undefined {
  try {
    return new RegExp(pattern, 'u')
  } catch {
    return undefined
  }
}

function sumOf(frame: ReturnType<Session['table']>, name: string) {
  return sum(frame.col(name))
}
