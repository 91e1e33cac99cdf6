import { describe, expect, test } from 'vitest'
import { InvalidArgument, RowsDiffer, schema } from '../../src/index.ts'
import { type ExpectOptions, expectFrame, expectRows, testSession } from '../../src/testing/index.ts'

/** What the difference says, from its first line on; undefined where there is none. */
function difference(
  actual: readonly object[],
  expected: readonly object[],
  options?: ExpectOptions,
): string | undefined {
  try {
    expectRows(actual as readonly Record<string, unknown>[]).toEqualRows(
      expected as readonly Record<string, unknown>[],
      options,
    )
    return undefined
  } catch (error) {
    if (!(error instanceof RowsDiffer)) throw error
    return error.message
  }
}

const people = [
  { id: 1, name: 'Ada', born: '1815-12-10', score: 3.5 },
  { id: 2, name: 'Grace', born: '1906-12-09', score: null },
  { id: 3, name: 'Edsger', born: '1930-05-11', score: 7 },
]

describe('rows are the same', () => {
  test('in any order, each as often as it is expected', () => {
    expect(difference(people, [...people].reverse())).toBeUndefined()
    expect(difference([], [])).toBeUndefined()
    expect(difference([{ a: 1 }, { a: 1 }], [{ a: 1 }])).toContain('expected 1 row, got 2: 1 unexpected')
    expect(difference([{ a: 1 }], [{ a: 1 }, { a: 1 }])).toContain('expected 2 rows, got 1: 1 is missing')
  })

  test('by what values mean, not by how JavaScript holds them', () => {
    const same = [
      [1, 1n],
      [0, -0],
      [Number.NaN, Number.NaN],
      [null, undefined],
      [new Date(5), new Date(5)],
      [new Uint8Array([1, 2]), Buffer.from([1, 2])],
      [
        [1, null],
        [1, null],
      ],
      [
        { a: 1, b: [2] },
        { b: [2], a: 1 },
      ],
      [new Map([['a', 1]]), new Map([['a', 1]])],
    ]
    for (const [a, b] of same) expect(difference([{ v: a }], [{ v: b }])).toBeUndefined()
  })

  test('and no others', () => {
    const different = [
      [1, '1'],
      [null, 'NULL'],
      ['a', 'a '],
      [new Date(5), new Date(6)],
      [true, 'true'],
      [
        [1, 2],
        [2, 1],
      ],
      [{ a: 1 }, { a: 2 }],
      [new Map([['a', 1]]), { a: 1 }],
      [9007199254740993n, 9007199254740992],
      ['1.50', '1.5'],
    ]
    for (const [a, b] of different) expect(difference([{ v: a }], [{ v: b }])).toContain('1 is missing, 1 unexpected')
  })

  test('within a tolerance, whichever row takes which', () => {
    const actual = [{ v: 1.05 }, { v: 0.95 }]
    const expected = [{ v: 1 }, { v: 1.1 }]
    expect(difference(actual, expected, { tolerance: 0.06 })).toBeUndefined()
    expect(difference(actual, expected, { tolerance: 0.04 })).toContain('expected 2 rows')
    expect(difference([{ v: [1, { a: 2.01 }] }], [{ v: [1, { a: 2 }] }], { tolerance: 0.1 })).toBeUndefined()
    expect(difference([{ v: 1, k: 'a' }], [{ v: 1, k: 'b' }], { tolerance: 5 })).toContain('1 differs')
    // An exact match is given up where that lets both be matched.
    expect(difference([{ v: 1 }, { v: 1.1 }], [{ v: 1 }, { v: 0.9 }], { tolerance: 0.11 })).toBeUndefined()
  })

  test('in order, where that is asked for', () => {
    expect(difference(people, people, { ordered: true })).toBeUndefined()
    expect(difference([{ a: 1 }, { a: 3 }, { a: 2 }], [{ a: 1 }, { a: 2 }, { a: 3 }], { ordered: true })).toBe(
      [
        'the rows are the expected ones in another order (- expected, + there)',
        '',
        '      a',
        '  2 - 2',
        '  2 + 3',
        '      ^',
        '  3 - 3',
        '  3 + 2',
        '      ^',
      ].join('\n'),
    )
  })
})

describe('the difference', () => {
  test('pairs near rows, marks their cells, and lists the others', () => {
    const actual = [
      { ...people[0], score: 4.5 },
      people[1],
      { id: 9, name: 'Tony', born: '1934-01-11', score: 1 },
    ] as readonly object[]
    expect(difference(actual, people)).toBe(
      [
        'expected 3 rows, got 3: 1 differs, 1 is missing, 1 unexpected (- expected, + there)',
        '',
        '    id  name      born          score',
        '  - 1   "Ada"     "1815-12-10"  3.5',
        '  + 1   "Ada"     "1815-12-10"  4.5',
        '                                ^^^',
        '  - 3   "Edsger"  "1930-05-11"  7',
        '  + 9   "Tony"    "1934-01-11"  1',
      ].join('\n'),
    )
  })

  test('prefers the row with the same key among equally near ones', () => {
    const text = difference(
      [
        { id: 2, v: 1 },
        { id: 1, v: 9 },
      ],
      [{ id: 1, v: 1 }],
    )
    expect(text).toContain('  - 1   1\n  + 1   9\n        ^\n  + 2   1')
  })

  test('names columns that one side lacks, and compares the others', () => {
    expect(difference([{ id: 1, totl: 5 }], [{ id: 1, total: 5 }])).toBe(
      [
        'columns that are expected and not there: total',
        'columns that are there and not expected: totl',
        'Did you mean "totl"?',
      ].join('\n'),
    )
    expect(difference([{ id: 2, x: 5 }], [{ id: 1 }])).toContain(
      'columns that are there and not expected: x\nexpected 1 row, got 1: 1 is missing, 1 unexpected',
    )
    expect(difference([{ x: 5 }], [{ id: 1 }])).toBe(
      'columns that are expected and not there: id\ncolumns that are there and not expected: x',
    )
  })

  test('shows the place where long texts differ, and what kind of value it is', () => {
    const long = `${'a'.repeat(200)}b${'c'.repeat(100)}`
    const text = difference([{ id: 1, v: long }], [{ id: 1, v: long.replace('b', 'X') }])
    expect(text).toContain('…aaaaaaaaaaaaaaaaaaaaXccc')
    expect(text).toContain('…aaaaaaaaaaaaaaaaaaaabccc')
    expect(Math.max(...(text ?? '').split('\n').map((line) => line.length))).toBeLessThan(90)
    expect(difference([{ id: 1, v: 'a\n' }], [{ id: 1, v: 'a' }])).toContain('"a\\n"')
    expect(difference([{ id: 1, v: true }], [{ id: 1, v: 'true' }])).toContain('  - 1   "true"\n  + 1   true')
  })

  test('aligns wide letters, and ends somewhere', () => {
    const rows = Array.from({ length: 50 }, (_, id) => ({ id, name: '名前' }))
    const text = difference(rows, []) ?? ''
    expect(text).toContain('expected 0 rows, got 50: 50 unexpected')
    expect(text).toContain('… and 30 more')
    expect(text.split('\n')).toHaveLength(24)
  })

  test('of thousands of rows is told in a moment', () => {
    const rows = Array.from({ length: 20_000 }, (_, id) => ({ id, v: id * 1.5 }))
    const started = performance.now()
    expect(difference(rows, rows, { tolerance: 1e-9 })).toBeUndefined()
    expect(
      difference(
        rows.map((row) => ({ ...row, v: row.v + 1 })),
        rows,
      ),
    ).toContain('expected 20000 rows, got 20000: 400 differ')
    expect(performance.now() - started).toBeLessThan(10_000)
  })
})

describe('a frame', () => {
  test('is collected and compared; its columns count though it has no rows', async () => {
    const session = await testSession()
    try {
      const Sales = schema({ day: 'date', total: 'decimal(10,2)', at: 'timestamp?' })
      const frame = session.createDataFrame([{ day: '2026-01-31', total: 12.5 }], Sales)
      await expectFrame(frame).toEqualRows([{ day: '2026-01-31', total: '12.50', at: null }])
      await expect(expectFrame(frame).toEqualRows([])).rejects.toThrow(RowsDiffer)
      const none = frame.limit(0) as unknown as Parameters<typeof expectFrame<{ days: string }>>[0]
      await expect(expectFrame(none).toEqualRows([{ days: '2026-01-31' }])).rejects.toThrow(
        'columns that are expected and not there: days',
      )
    } finally {
      await session.close()
    }
  })

  test('and rows are all that is taken', () => {
    expect(() => expectFrame([{ a: 1 }] as never)).toThrow(InvalidArgument)
    expect(() => expectRows({ a: 1 } as never).toEqualRows([])).toThrow(InvalidArgument)
    expect(() => expectRows([1] as never).toEqualRows([])).toThrow('expectRows takes a list of rows, not 1')
    expect(() => expectRows([{ a: 1 }]).toEqualRows([{ a: 1 }], { tolerance: -1 })).toThrow(InvalidArgument)
  })
})
