import { expect, test } from 'vitest'
import {
  array,
  arrayAppend,
  arrayCompact,
  arrayContains,
  arrayDistinct,
  arrayExcept,
  arrayInsert,
  arrayIntersect,
  arrayJoin,
  arrayMax,
  arrayMin,
  arrayPosition,
  arrayPrepend,
  arrayRemove,
  arrayRepeat,
  arraySize,
  arraySort,
  arraysOverlap,
  arraysZip,
  arrayUnion,
  cardinality,
  col,
  collectList,
  count,
  elementAt,
  flatten,
  get,
  InvalidArgument,
  lit,
  rowNumber,
  sequence,
  size,
  slice,
  sortArray,
  split,
  TypeMismatch,
  tryElementAt,
  UnsupportedOnDialect,
  ValueOutOfRange,
  Window,
} from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { casesOn, frameOf } from './cases.ts'

const one = (...values: readonly unknown[]): readonly (readonly unknown[])[] => values.map((value) => [value])

onEveryEngine((database) => {
  const { gives, fails, session } = casesOn(database)
  const isPostgres = database.dialect === 'postgres'

  gives('array, of columns and constants that meet', { a: 'long?', x: 'double?', t: 'string?' }, [[1, 0.5, 'x'], [null, null, null]], ({ a, x, t }) => ({
    longs: array(a, 7), doubles: array(a, x), texts: array(t, 'é "q"'), nested: array(array(a), array(lit(2))), flags: array(a.gt(0), true),
  }), {
    longs: [[1, 7], [null, 7]],
    doubles: [[1, 0.5], [null, null]],
    texts: [['x', 'é "q"'], [null, 'é "q"']],
    nested: [[[1], [2]], [[null], [2]]],
    flags: [[true, true], [null, true]],
  }) // biome-ignore format: a line a kind

  gives('elements of every type, added and taken', { b: 'array<binary>?', d: 'array<decimal(10,2)>?', y: 'array<date>?', t: 'array<timestamp>?', p: 'array<boolean>?', f: 'array<float>?' }, [
    [[new Uint8Array([1, 255])], ['12.50', null], ['2024-02-29'], [new Date('2024-02-29T12:30:00.123Z')], [true, null, false], [0.5]],
    [null, null, null, null, null, null],
  ], ({ b, d, y, t, p, f }) => ({
    bytes: arrayAppend(b, new Uint8Array([7])), byte: elementAt(b, -1), decimals: arrayAppend(d, '3'), most: arrayMax(d),
    days: arrayPrepend(y, '2023-12-31'), day: arrayMin(y), moments: arrayAppend(t, '2023-12-31T00:00:00Z'), moment: get(t, 0),
    flags: arraySort(p), place: arrayPosition(p, false), floats: arrayAppend(f, 0.25), sorted: arraySort(y), found: arrayContains(b, new Uint8Array([1, 255])),
  }), {
    bytes: [[new Uint8Array([1, 255]), new Uint8Array([7])], null],
    byte: [new Uint8Array([1, 255]), null],
    decimals: [['12.50', null, '3.00'], null],
    most: ['12.50', null],
    days: [['2023-12-31', '2024-02-29'], null],
    day: ['2024-02-29', null],
    moments: [[new Date('2024-02-29T12:30:00.123Z'), new Date('2023-12-31T00:00:00Z')], null],
    moment: [new Date('2024-02-29T12:30:00.123Z'), null],
    flags: [[false, true, null], null],
    place: [3, null],
    floats: [[0.5, 0.25], null],
    sorted: [['2024-02-29'], null],
    found: [true, null],
  }) // biome-ignore format: a line a kind

  gives('arrays of arrays and of structs, changed', { n: 'array<array<long>>?', e: 'array<struct<x:int,y:string>>?' }, [
    [[[1, null], [], [3]], [{ x: 1, y: 'a' }, null, { x: null, y: '"' }]],
    [[[1], null], []],
    [null, null],
  ], ({ n, e }) => ({
    flat: flatten(n), more: arrayAppend(n, array(lit(9))), first: arrayPrepend(n, null), second: slice(n, 2, 1), last: elementAt(n, -1), few: size(e),
    known: arrayCompact(e), put: arrayInsert(e, 1, null), third: get(e, 2), twice: arrayRepeat(n, 2), inside: size(get(n, 0)),
  }), {
    flat: [[1, null, 3], null, null],
    more: [[[1, null], [], [3], [9]], [[1], null, [9]], null],
    first: [[null, [1, null], [], [3]], [null, [1], null], null],
    second: [[[]], [null], null],
    last: [[3], null, null],
    few: [3, 0, null],
    known: [[{ x: 1, y: 'a' }, { x: null, y: '"' }], [], null],
    put: [[null, { x: 1, y: 'a' }, null, { x: null, y: '"' }], [null], null],
    third: [{ x: null, y: '"' }, null, null],
    twice: [[[[1, null], [], [3]], [[1, null], [], [3]]], [[[1], null], [[1], null]], [null, null]],
    inside: [2, 1, null],
  }) // biome-ignore format: a line a kind

  gives('numbers of other widths meet', { i: 'array<int>?', n: 'int?' }, [[[1, 2], 2]], ({ i, n }) => ({
    int: arrayAppend(i, 5), double: arrayAppend(i, 0.5), found: arrayContains(i, n), all: arrayUnion(i, [2, 7]), mixed: arrayUnion(i, lit([0.5], 'array<double>')),
    decimal: arrayAppend(i, lit('1.25', 'decimal(3,2)')), none: arrayExcept(i, []),
  }), {
    int: [[1, 2, 5]], double: [[1, 2, 0.5]], found: [true], all: [[1, 2, 7]], mixed: [[1, 2, 0.5]], decimal: [['1.00', '2.00', '1.25']], none: [[1, 2]],
  }) // biome-ignore format: a line a kind

  gives('sets of elements: NULL is one, -0.0 is 0.0, text goes by its code points', { a: 'array<string>?', x: 'array<double>?' }, [
    [['b', null, 'B', 'é', 'b', null, 'e\u0301'], [0, -0, 1, null]],
  ], ({ a, x }) => ({
    distinct: arrayDistinct(a), sorted: arraySort(a), down: sortArray(a, false), up: sortArray(a), zero: arraySize(arrayDistinct(x)),
    both: arrayIntersect(a, ['é', null, 'b']), rest: arrayExcept(a, ['b', null]), without: arrayRemove(a, 'b'), none: arraysOverlap(a, ['x']), some: arraysOverlap(a, ['é']),
  }), {
    distinct: [['b', null, 'B', 'é', 'e\u0301']],
    sorted: [['B', 'b', 'b', 'e\u0301', 'é', null, null]],
    down: [['é', 'e\u0301', 'b', 'b', 'B', null, null]],
    up: [[null, null, 'B', 'b', 'b', 'e\u0301', 'é']],
    zero: [3],
    both: [['b', null, 'é']],
    rest: [['B', 'é', 'e\u0301']],
    without: [[null, 'B', 'é', null, 'e\u0301']],
    none: [null],
    some: [true],
  }) // biome-ignore format: a line a kind

  gives('calls in calls, and columns of any name', { item: 'array<string>?', place: 'string?', given: 'long?', e1: 'array<long>?' }, [
    [['b', 'a'], 'a', -1, [3, 1]],
    [null, null, null, null],
  ], ({ item, place, given, e1 }) => ({
    deep: arrayJoin(arraySort(arrayDistinct(arrayUnion(split(arrayJoin(item, ','), ','), array(place, 'c')))), '+', '-'),
    without: arrayRemove(item, place), last: elementAt(e1, given), put: arrayInsert(item, given, place), part: slice(e1, given, 1), at: arrayPosition(item, place),
    same: arraysOverlap(item, array(place)), kept: arrayIntersect(item, array(place)), counted: cardinality(sequence(given, lit(3))),
  }), {
    deep: ['a+b+c', null],
    without: [['b'], null],
    last: [1, null],
    put: [['b', 'a', 'a'], null],
    part: [[1], null],
    at: [2, null],
    same: [true, null],
    kept: [['a'], null],
    counted: [5, null],
  }) // biome-ignore format: a line a kind

  gives('sequence of dates and timestamps, and of numbers far out', { d: 'date?', t: 'timestamp?', n: 'long?' }, [
    ['2024-02-28', new Date('2024-02-28T12:00:00Z'), 9007199254740990],
    [null, null, null],
  ], ({ d, t, n }) => ({
    days: sequence(d, '2024-03-01'), back: sequence(d, lit('2024-02-27', 'date')), moments: sequence(t, '2024-03-01T11:00:00Z'), far: sequence(n, 9007199254740991), odd: sequence(lit(5), 1, -3),
  }), {
    days: [['2024-02-28', '2024-02-29', '2024-03-01'], null],
    back: [['2024-02-28', '2024-02-27'], null],
    moments: [[new Date('2024-02-28T12:00:00Z'), new Date('2024-02-29T12:00:00Z')], null],
    far: [[9007199254740990, 9007199254740991], null],
    odd: [[5, 2], [5, 2]],
  }) // biome-ignore format: a line a kind

  test('arraysZip names its fields after the columns', async () => {
    const frame = frameOf(
      session(),
      { skus: 'array<string>?', prices: 'array<decimal(5,2)>?', n: 'array<array<long>>?' },
      [
        [['a', 'b'], ['1.50'], [[1], null, []]],
        [[], [], []],
        [null, [], []],
      ],
    )
    const rows = await frame
      .select((o) => [arraysZip(o.skus, o.prices.as("it's?"), arrayCompact(o.n)).as('z')])
      .collect()
    expect(rows.map((row) => row.z)).toStrictEqual([
      [
        { skus: 'a', "it's?": '1.50', 2: [1] },
        { skus: 'b', "it's?": null, 2: [] },
      ],
      [],
      null,
    ])
    expect(() => arraysZip(frame.skus, frame.skus)).toThrow(/two arrays are called "skus"/)
  })

  test('of aggregates and of window functions', async () => {
    const frame = frameOf(session(), { k: 'string', n: 'long' }, [
      ['a', 3],
      ['a', 1],
      ['b', 2],
    ])
    const groups = await frame
      .groupBy('k')
      .agg((o) => ({
        sorted: arraySort(collectList(o.n)),
        counted: sequence(lit(1), count()),
        joined: arrayJoin(sortArray(collectList(o.k)), '|'),
      }))
      .orderBy('k')
      .collect()
    expect(groups).toStrictEqual([
      { k: 'a', sorted: [1, 3], counted: [1, 2], joined: 'a|a' },
      { k: 'b', sorted: [2], counted: [1], joined: 'b' },
    ])
    const numbered = frame.withColumn('places', (o) => sequence(lit(0), rowNumber().over(Window.orderBy(o.n)).minus(1)))
    expect((await numbered.orderBy('n').collect()).map((row) => row.places)).toStrictEqual([[0], [0, 1], [0, 1, 2]])
    expect(await frame.filter((o) => arrayContains(array(o.n, 9), 9)).count()).toBe(3)
  })

  fails('a place 0, and one that is not there', { a: 'array<long>?', n: 'int?' }, [[[1, 2], 0], [[], 0]], ({ a, n }) => ({
    elementAt: elementAt(a, n), tryElementAt: tryElementAt(a, n), insert: arrayInsert(a, n, 1), slice: slice(a, n, 1), length: slice(a, 1, n.minus(1)),
    beyond: elementAt(a, 3), before: elementAt(a, -3),
  }), ValueOutOfRange, /no place 0|no length -1|no element/) // biome-ignore format: a line a kind

  fails('a step that leads nowhere, and too much of a thing', { n: 'long?' }, [[5]], ({ n }) => ({
    away: sequence(n, 1, 1), none: sequence(n, 1, 0), endless: sequence(n, 9_000_000_000_000), many: arrayRepeat(n, n.times(1_000_000_000)),
  }), ValueOutOfRange) // biome-ignore format: a line a kind

  test('what is no array, or no element of it, is refused before any SQL', async () => {
    const frame = frameOf(
      session(),
      { a: 'array<long>?', t: 'string?', n: 'array<array<long>>?', d: 'date?', m: 'array<json>?' },
      [],
    )
    const refused = async (column: unknown, error: new (...args: never[]) => Error, message: RegExp) => {
      const failure = await frame
        .select((column as ReturnType<typeof col>).as('x'))
        .collect()
        .catch((thrown: unknown) => thrown)
      expect(failure).toBeInstanceOf(error)
      expect((failure as Error).message).toMatch(message)
    }
    await refused(
      arraySort(col('t')),
      TypeMismatch,
      /arraySort takes an array of values that can be ordered as argument 1, not a string/,
    )
    await refused(arrayMax(col('n')), TypeMismatch, /arrayMax takes an array of values that can be ordered/)
    await refused(arrayDistinct(col('m')), TypeMismatch, /values that can be compared/)
    await refused(arrayContains(col('a'), 'x'), TypeMismatch, /arrayContains: long and string do not meet/)
    await refused(arrayAppend(col('t'), 'x'), TypeMismatch, /arrayAppend takes an array/)
    await refused(elementAt(col('a'), 'x'), TypeMismatch, /elementAt of a array<long> takes a place, from 1/)
    await refused(sequence(col('d'), col('d'), col('d')), InvalidArgument, /a step is for numbers alone/)
    await refused(arrayJoin(col('a'), ','), TypeMismatch, /an array of strings/)
    if (isPostgres)
      await refused(
        arrayDistinct(col('n')),
        UnsupportedOnDialect,
        /arrayDistinct of array<array<long>> is not supported/,
      )
  })

  if (!isPostgres) {
    gives('arrays inside of arrays are equal as a whole', { n: 'array<array<double>>?' }, [[[[1, null], [1, null], [0], [-0], null, null]]], ({ n }) => ({
      distinct: arrayDistinct(n), found: arrayContains(n, array(lit(1), lit(null, 'double'))), place: arrayPosition(n, array(lit(0, 'double'))), without: arrayRemove(n, array(lit(0, 'double'))),
    }), {
      distinct: [[[1, null], [0], null]], found: [true], place: [3], without: [[[1, null], [1, null], null, null]],
    }) // biome-ignore format: a line a kind
  } else {
    test('arrays that begin elsewhere than at 1', async () => {
      const odd = session().sql`select '[0:2]={7,8,9}'::bigint[] as a`
      const a = col<readonly number[]>('a')
      const rows = await odd
        .select(elementAt(a, 1).as('x'), get(a, 2).as('y'), slice(a, 2, 1).as('z'), arrayInsert(a, 1, 6).as('i'))
        .collect()
      expect(rows).toStrictEqual([{ x: 7, y: 9, z: [8], i: [6, 7, 8, 9] }])
    })
  }

  gives('one array a row', { a: 'array<long>?' }, one([1, null, 3], [], null), ({ a }) => ({
    size: size(a), get: get(a, 2), tried: tryElementAt(a, 9), most: arrayMax(a), repeated: arrayRepeat(lit('x'), size(a)), again: arraySize(arrayPrepend(a, null)),
  }), {
    size: [3, 0, null],
    get: [3, null, null],
    tried: [null, null, null],
    most: [3, null, null],
    repeated: [['x', 'x', 'x'], [], null],
    again: [4, 1, null],
  }) // biome-ignore format: a line a kind
})
