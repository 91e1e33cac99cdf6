import { describe, expect, test } from 'vitest'
import {
  and,
  coalesce,
  concat,
  greatest,
  isnull,
  least,
  lit,
  not,
  nullif,
  or,
  substring,
  when,
} from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { casesOn, frameOf } from './cases.ts'

const NUMBERS = { a: 'long?', b: 'long?' } as const
const PAIRS = [[1, 1], [1, 2], [2, 1], [1, null], [null, 1], [null, null]] // biome-ignore format: one glance
const TEXTS = { a: 'string?', b: 'string?' } as const
const LOGIC = { p: 'boolean?', q: 'boolean?' } as const
const TRUTHS = [true, false, null].flatMap((p) => [true, false, null].map((q) => [p, q]))

onEveryEngine((database) => {
  const { gives, session } = casesOn(database)

  gives(
    'comparisons are three-valued',
    NUMBERS,
    PAIRS,
    ({ a, b }) => ({ eq: a.eq(b), ne: a.ne(b), lt: a.lt(b), lte: a.lte(b), gt: a.gt(b), gte: a.gte(b) }),
    {
      eq: [true, false, false, null, null, null],
      ne: [false, true, true, null, null, null],
      lt: [false, true, false, null, null, null],
      lte: [true, true, false, null, null, null],
      gt: [false, false, true, null, null, null],
      gte: [true, false, true, null, null, null],
    },
  )
  gives(
    'eqNullSafe knows NULL, and is never NULL',
    NUMBERS,
    PAIRS,
    ({ a, b }) => ({ columns: a.eqNullSafe(b), none: a.eqNullSafe(null), value: a.eqNullSafe(1) }),
    {
      columns: [true, false, false, false, false, true],
      none: [false, false, false, false, true, true],
      value: [true, true, false, true, false, false],
    },
  )
  gives(
    'null tests',
    NUMBERS,
    [[1, null]],
    ({ a, b }) => ({
      a: a.isNull(),
      b: b.isNull(),
      c: a.isNotNull(),
      d: b.isNotNull(),
      e: isnull(b),
      f: not(a.isNull()),
    }),
    { a: [false], b: [true], c: [true], d: [false], e: [true], f: [true] },
  )
  gives(
    'between takes both ends, and is NULL where an end that matters is',
    { a: 'long?', low: 'long?', high: 'long?' },
    [[1, 1, 3], [3, 1, 3], [4, 1, 3], [0, 1, 3], [2, null, 3], [4, null, 3], [null, 1, 3]], // biome-ignore format: one glance
    ({ a, low, high }) => ({
      inside: a.between(low, high),
      outside: not(a.between(low, high)),
      known: a.between(1, 3),
    }),
    {
      inside: [true, true, false, false, null, false, null],
      outside: [false, false, true, true, null, true, null],
      known: [true, true, false, false, true, false, null],
    },
  )
  gives(
    'numbers of different types compare by value',
    { i: 'int?', l: 'long?', d: 'double?', n: 'decimal(10,2)?' },
    [
      [1, 1, 1, '1.00'],
      [1, 2, 1.5, '1.50'],
      [2147483647, 2147483648, 0.1, '0.10'],
    ],
    ({ i, l, d, n }) => ({
      il: i.eq(l),
      id: i.lt(d),
      ld: l.gte(d),
      nd: n.eq(d),
      ni: n.gt(i),
      fraction: i.lt(1.5),
      wide: i.lt(3_000_000_000),
      huge: l.lt(9223372036854775807n),
      text: n.eq('1.5'),
    }),
    {
      il: [true, false, false],
      id: [false, true, false],
      ld: [true, true, true],
      nd: [true, true, true],
      ni: [false, true, false],
      fraction: [true, true, false],
      wide: [true, true, true],
      huge: [true, true, true],
      text: [false, true, false],
    },
  )
  gives(
    'text compares by code point, case, accents and spaces included',
    TEXTS,
    [['a', 'B'], ['a', 'ä'], ['z', 'ä'], ['a', 'a '], ['A', 'a'], ['é', 'e\u0301'], ['\uffff', '😀'], ['', ' '], ['10', '9']], // biome-ignore format: one glance
    ({ a, b }) => ({ eq: a.eq(b), lt: a.lt(b), gte: a.gte(b), least: least(a, b), greatest: greatest(a, b) }),
    {
      eq: [false, false, false, false, false, false, false, false, false],
      lt: [false, true, true, true, true, false, true, true, true],
      gte: [true, false, false, false, false, true, false, false, false],
      least: ['B', 'a', 'z', 'a', 'A', 'e\u0301', '\uffff', '', '10'],
      greatest: ['a', 'ä', 'ä', 'a ', 'a', 'é', '😀', ' ', '9'],
    },
  )
  gives(
    'booleans, binary, dates and timestamps have an order, too',
    { p: 'boolean', x: 'binary', d: 'date', t: 'timestamp' },
    [
      [true, Uint8Array.of(255), '2024-02-29', '2024-02-29T00:00:00Z'],
      [false, Uint8Array.of(1, 2), '1899-12-31', '2024-02-29T00:00:00.000001Z'],
    ],
    ({ p, x, d, t }) => ({
      p: p.gt(false),
      x: x.gt(Uint8Array.of(1, 3)),
      d: d.gte('2024-02-29'),
      t: t.gt('2024-02-29T00:00:00Z'),
      same: t.eq(new Date('2024-02-29T00:00:00Z')),
      // A date is the midnight at which it begins.
      dt: d.eq(t),
      dl: d.lt('2024-02-29T00:00:01Z'),
      micro: t.eq('2024-02-29T00:00:00.000001Z'),
    }),
    {
      p: [true, false],
      x: [true, false],
      d: [true, false],
      t: [false, true],
      same: [true, false],
      dt: [true, false],
      dl: [true, true],
      micro: [false, true],
    },
  )

  gives(
    'and, or, not are three-valued',
    LOGIC,
    TRUTHS,
    ({ p, q }) => ({ and: and(p, q), or: or(p, q), not: not(p), method: p.and(q), many: and(p, q, lit(true)) }),
    {
      and: [true, false, null, false, false, false, null, false, null],
      or: [true, true, true, true, false, null, true, null, null],
      not: [false, false, false, true, true, true, null, null, null],
      method: [true, false, null, false, false, false, null, false, null],
      many: [true, false, null, false, false, false, null, false, null],
    },
  )
  gives(
    'conditions keep their meaning when they are nested',
    NUMBERS,
    [
      [1, 2],
      [3, null],
    ],
    ({ a, b }) => ({
      one: and(or(a.eq(1), a.eq(3)), b.isNull()),
      two: not(and(a.eq(1), b.eq(2))),
      three: or(and(a.eq(1), b.eq(2)), a.eq(9)),
      four: not(not(a.gt(2))),
      five: a.eq(1).eq(b.eq(2)),
      six: not(a.between(1, 2)).or(b.isNull()),
    }),
    {
      one: [false, true],
      two: [false, true],
      three: [true, false],
      four: [false, true],
      five: [true, null],
      six: [false, true],
    },
  )

  describe('isin', () => {
    gives(
      'is three-valued; an empty list holds nothing, not even NULL',
      { a: 'long?' },
      [[1], [3], [null]],
      ({ a }) => ({
        in: a.isin([1, 2]),
        out: not(a.isin([1, 2])),
        withNull: a.isin([1, null]),
        notWithNull: not(a.isin([1, null])),
        onlyNull: a.isin([null]),
        empty: a.isin([]),
        notEmpty: not(a.isin([])),
        fraction: a.isin([1, 2.5]),
        big: a.isin([9223372036854775807n, 3]),
      }),
      {
        in: [true, false, null],
        out: [false, true, null],
        withNull: [true, null, null],
        notWithNull: [false, null, null],
        onlyNull: [null, null, null],
        empty: [false, false, false],
        notEmpty: [true, true, true],
        fraction: [true, false, null],
        big: [false, true, null],
      },
    )
    gives(
      'knows every type',
      { s: 'string', d: 'double', n: 'decimal(8,2)', day: 'date', t: 'timestamp', p: 'boolean', x: 'binary' },
      [["it's", 0.1, '1.50', '2024-02-29', '2024-02-29T12:00:00.000001Z', true, Uint8Array.of(0, 1)]],
      ({ s, d, n, day, t, p, x }) => ({
        s: s.isin(["it's", '"', '{', ',', '\\']),
        missing: s.isin(['IT’S', 'it']),
        d: d.isin([0.1, 5e-324]),
        n: n.isin(['1.5', '7']),
        day: day.isin(['2024-02-29']),
        t: t.isin(['2024-02-29T12:00:00.000001Z']),
        date: t.isin([new Date('2024-02-29T12:00:00Z')]),
        p: p.isin([false]),
        x: x.isin([Uint8Array.of(0, 1)]),
      }),
      {
        s: [true],
        missing: [false],
        d: [true],
        n: [true],
        day: [true],
        t: [true],
        date: [false],
        p: [false],
        x: [true],
      },
    )
    test('takes ten thousand values as one binding', async () => {
      const frame = frameOf(session(), { a: 'long' }, [[5], [9_999], [10_000], [-1]])
      const found = frame.filter((c) => c.a.isin(Array.from({ length: 10_000 }, (_, index) => index)))
      expect(found.toSQL().bindings.length).toBeLessThanOrEqual(2)
      expect(await found.orderBy('a').collect()).toStrictEqual([{ a: 5 }, { a: 9_999 }])
    })
  })

  gives(
    'like knows % and _, escapes with \\, and nothing else is special',
    { s: 'string?' },
    [['abc'], ['ABC'], ['a%c'], ['a_c'], ['a[c'], ['a\\c'], ['a.c'], ['a\nc'], ['a😀c'], ['abc '], [''], [null]],
    ({ s }) => ({
      any: s.like('a%'),
      one: s.like('a_c'),
      percent: s.like('a\\%c'),
      underscore: s.like('a\\_c'),
      bracket: s.like('a[c'),
      backslash: s.like('a\\\\c'),
      exact: s.like('abc'),
      empty: s.like(''),
    }),
    {
      any: [true, false, true, true, true, true, true, true, true, true, false, null],
      one: [true, false, true, true, true, true, true, true, true, false, false, null],
      percent: [false, false, true, false, false, false, false, false, false, false, false, null],
      underscore: [false, false, false, true, false, false, false, false, false, false, false, null],
      bracket: [false, false, false, false, true, false, false, false, false, false, false, null],
      backslash: [false, false, false, false, false, true, false, false, false, false, false, null],
      exact: [true, false, false, false, false, false, false, false, false, false, false, null],
      empty: [false, false, false, false, false, false, false, false, false, false, true, null],
    },
  )
  gives(
    'like takes the wild cards of other patterns for themselves',
    { s: 'string' },
    [['a*c'], ['a?c'], ['a[b]c'], ['abc'], ['a-c'], ['a]c']],
    ({ s }) => ({
      star: s.like('a*c'),
      mark: s.like('a?c'),
      set: s.like('a[b]c'),
      escaped: s.like('a\\_c'),
      mixed: s.like('%[%]_'),
    }),
    {
      star: [true, false, false, false, false, false],
      mark: [false, true, false, false, false, false],
      set: [false, false, true, false, false, false],
      escaped: [false, false, false, false, false, false],
      mixed: [false, false, true, false, false, false],
    },
  )
  gives(
    'contains, startsWith, endsWith look for plain text',
    TEXTS,
    [['a%b', '%'], ['abc', 'B'], ['abc', ''], ['Straße', 'ße'], ['a😀', '😀'], ['x', null], [null, 'x'], ['ab', 'abc']], // biome-ignore format: one glance
    ({ a, b }) => ({ in: a.contains(b), starts: a.startsWith(b), ends: a.endsWith(b), text: a.startsWith('a') }),
    {
      in: [true, false, true, true, true, null, null, false],
      starts: [false, false, true, false, false, null, null, false],
      ends: [false, false, true, true, true, null, null, false],
      text: [true, true, true, false, true, false, null, true],
    },
  )

  gives(
    'text that is computed from NULLs is looked for and searched as any',
    TEXTS,
    [
      ['a', 'b'],
      [null, null],
    ],
    ({ b }) => {
      const none = substring(lit(null, 'string'), 2, 1)
      const joined = concat(lit(null, 'string'), b)
      return { in: none.contains(joined), starts: none.startsWith(joined), ends: none.endsWith(joined) }
    },
    { in: [null, null], starts: [null, null], ends: [null, null] },
  )

  gives(
    'when: the first condition that is true; NULL is not; NULL where none is',
    { a: 'long?' },
    [[1], [2], [3], [null]],
    ({ a }) => ({
      plain: when(a.eq(1), 'one').when(a.eq(2), 'two').otherwise('many'),
      open: when(a.gt(1), a),
      first: when(a.gte(1), 'x').when(a.gte(2), 'y'),
      widened: when(a.eq(1), 1).otherwise(2.5),
      nulls: when(a.isNull(), lit(null)).otherwise(a),
      flags: when(a.isNull(), false).otherwise(a.gt(1)),
      dates: when(a.eq(1), lit('2024-02-29', 'date')).otherwise(lit('1900-01-01', 'date')),
    }),
    {
      plain: ['one', 'two', 'many', 'many'],
      open: [null, 2, 3, null],
      first: ['x', 'x', 'x', null],
      widened: [1, 2.5, 2.5, 2.5],
      nulls: [1, 2, 3, null],
      flags: [false, true, true, false],
      dates: ['2024-02-29', '1900-01-01', '1900-01-01', '1900-01-01'],
    },
  )
  gives(
    'coalesce, nullif, greatest, least',
    { a: 'long?', b: 'double?', s: 'string?' },
    [
      [1, 2.5, 'x'],
      [null, 2.5, ''],
      [3, null, null],
      [null, null, 'X'],
    ],
    ({ a, b, s }) => ({
      coalesce: coalesce(a, b),
      filled: coalesce(a, 0),
      text: coalesce(nullif(s, ''), 'none'),
      alone: coalesce(a),
      nullif: nullif(a, 1),
      typed: nullif(lit(1, 'double'), b).cast('string'),
      greatest: greatest(a, b),
      least: least(a, b),
      three: greatest(a, b, 2),
    }),
    {
      coalesce: [1, 2.5, 3, null],
      filled: [1, 0, 3, 0],
      text: ['x', 'none', 'none', 'X'],
      alone: [1, null, 3, null],
      nullif: [null, null, 3, null],
      typed: ['1.0', '1.0', '1.0', '1.0'],
      greatest: [2.5, 2.5, 3, null],
      least: [1, 2.5, 3, null],
      three: [2.5, 2.5, 3, 2],
    },
  )
  gives(
    'greatest and least skip NULLs wherever they stand',
    { a: 'long?', b: 'long?', c: 'long?' },
    [
      [null, 1, 2],
      [2, null, 1],
      [1, 2, null],
      [null, null, 3],
      [null, null, null],
    ],
    ({ a, b, c }) => ({ greatest: greatest(a, b, c), least: least(a, b, c) }),
    { greatest: [2, 2, 2, 3, null], least: [1, 1, 1, 3, null] },
  )
})
