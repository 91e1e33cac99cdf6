/** How tests are declared: their names, and what is refused. Without a database. */
import { describe, expect, test } from 'vitest'
import { declaredTests } from '../../src/check/declared-tests.ts'
import { parseThreshold } from '../../src/check/threshold.ts'
import { InvalidArgument } from '../../src/index.ts'
import { reference, specOf, table } from './support.ts'

const customers = reference('customers')

describe('names', () => {
  test('say what is tested', () => {
    const tests = declaredTests(
      'orders',
      {
        order_id: ['unique', 'notNull'],
        status: [{ acceptedValues: ['paid'], severity: 'warn' }],
        customer_id: [{ references: [customers, 'id'] }],
        'odd name?': ['unique'],
        nothing: undefined,
      },
      [
        { rowCount: { min: 1 } },
        { expression: (o: never) => o },
        { equals: customers },
        { name: 'no_negatives', rows: () => undefined },
      ],
    )
    expect(tests.map(({ name, type, kind, column, severity }) => [name, type, kind, column, severity])).toEqual([
      ['unique_orders_order_id', 'generic', 'unique', 'order_id', 'error'],
      ['not_null_orders_order_id', 'generic', 'notNull', 'order_id', 'error'],
      ['accepted_values_orders_status', 'generic', 'acceptedValues', 'status', 'warn'],
      ['references_orders_customer_id', 'generic', 'references', 'customer_id', 'error'],
      ['unique_orders_odd_name_', 'generic', 'unique', 'odd name?', 'error'],
      ['row_count_orders', 'generic', 'rowCount', undefined, 'error'],
      ['expression_orders', 'generic', 'expression', undefined, 'error'],
      ['equals_orders', 'generic', 'equals', undefined, 'error'],
      ['no_negatives', 'singular', 'no_negatives', undefined, 'error'],
    ])
  })

  test('are numbered where two come to one', () => {
    const unique = { unique: true }
    const tests = declaredTests('orders', { id: [unique, unique, { ...unique, name: 'mine' }, unique] }, [
      { rowCount: { min: 1 }, name: 'mine' },
    ])
    expect(tests.map(({ name }) => name)).toEqual([
      'unique_orders_id',
      'unique_orders_id_2',
      'mine',
      'unique_orders_id_3',
      'mine_2',
    ])
  })
})

describe('what a test looks at', () => {
  test('the models that it names, when they are asked for', () => {
    let later: unknown
    const tests = declaredTests(
      'orders',
      { a: [{ references: [customers, 'id'] }, { references: [() => later, 'id'] }], b: ['unique'] },
      [{ equals: () => customers }, { equals: [{ a: 1 }] }],
    )
    expect(() => tests[1]?.models()).toThrow(
      /the test references_orders_a_2 names undefined, not a model, seed, source or snapshot/,
    )
    later = reference('later')
    expect(tests.map(({ models }) => models())).toEqual([[customers], [later], [], [customers], []])
  })

  test('as pure data', () => {
    const [unique, bad] = declaredTests(
      'orders',
      {
        id: [
          { unique: true, where: (o: { x: { gt(n: number): unknown } }) => o.x.gt(1), storeFailures: true, limit: 3 },
        ],
      },
      [{ name: 'bad', rows: (o: { limit(n: number): unknown }) => o.limit(1), storeFailures: 'kept', warnIf: '> 1' }],
    )
    const tested = table('orders')
    expect(unique && specOf(unique, tested)).toEqual({
      kind: 'unique',
      column: 'id',
      tested,
      severity: 'error',
      limit: 3,
      where: expect.objectContaining({ kind: 'call', fn: 'gt' }),
      storeFailures: { schema: undefined, name: 'unique_orders_id' },
    })
    expect(bad && specOf(bad, tested)).toEqual({
      kind: 'rows',
      rows: { kind: 'limit', input: tested, count: 1 },
      tested,
      severity: 'error',
      warnIf: '> 1',
      storeFailures: { schema: undefined, name: 'kept' },
    })
  })
})

interface Refused {
  readonly tests?: unknown
  readonly modelTests?: unknown
  readonly says: RegExp
}

const REFUSED: readonly Refused[] = [
  { tests: ['unique'], says: /^tests: expected lists of tests by column/ },
  { tests: { id: 'unique' }, says: /^tests: id has the string 'unique', not a list of tests\ntests: \{ id: \['unique'\] \}/ },
  { tests: { id: ['uniqe'] }, says: /^tests: id: there is no test or option "uniqe"\nDid you mean "unique"\?/ },
  { tests: { id: ['rows'] }, says: /no test or option "rows"/ },
  { tests: { id: [7] }, says: /^tests: id: 7 is no test/ },
  { tests: { id: [{}] }, says: /^tests: id: no test is named/ },
  { tests: { id: [{ unique: true, notNull: true }] }, says: /unique and notNull are two tests\nwrite an object for each/ },
  { tests: { id: [{ unique: false }] }, says: /unique is false/ },
  { tests: { id: [{ acceptedValues: 'paid' }] }, says: /acceptedValues is the string 'paid', not a list of values/ },
  { tests: { id: [{ acceptedValues: [] }] }, says: /acceptedValues is \[\], not a list/ },
  { tests: { id: [{ references: 'customers' }] }, says: /references is the string 'customers', not a model and a column of it\nreferences: \[customers, 'id'\]/ },
  { tests: { id: [{ references: [undefined, 'id'] }] }, says: /declared later, or in a file that imports this one: references: \[\(\) => customers, 'id'\]/ },
  { tests: { id: [{ references: ['customers', 'id'] }] }, says: /not a model and a column/ },
  { tests: { id: [{ unique: true, severty: 'warn' }] }, says: /"severty"\nDid you mean "severity"\?/ },
  { tests: { id: [{ unique: true, severity: 'warning' }] }, says: /severity is the string 'warning'\nexpected 'error' or 'warn'/ },
  { tests: { id: [{ unique: true, warnIf: '10' }] }, says: /^tests: id: warnIf: "10" is no condition on the number of failures/ },
  { tests: { id: [{ unique: true, errorIf: '> 2 * 5' }] }, says: /errorIf: "> 2 \* 5" is no condition/ },
  { tests: { id: [{ unique: true, limit: 0 }] }, says: /limit is 0/ },
  { tests: { id: [{ unique: true, where: 'id > 1' }] }, says: /where is the string 'id > 1', not a function/ },
  { tests: { id: [{ unique: true, storeFailures: 1 }] }, says: /storeFailures is 1/ },
  { tests: { id: [{ unique: true, name: '' }] }, says: /name is the string ''/ },
  { modelTests: { rowCount: { min: 1 } }, says: /^modelTests: expected a list of tests/ },
  { modelTests: [{ rows: () => undefined }], says: /^modelTests: test 1: a test of rows needs a name/ },
  { modelTests: [{ name: 'x', rows: 'select 1' }], says: /rows is the string 'select 1', not a function/ },
  { modelTests: [{ rowCount: {} }], says: /rowCount is \{\}\nexpected \{ min: 1 \}/ },
  { modelTests: [{ rowCount: { min: -1 } }], says: /rowCount is/ },
  { modelTests: [{ rowCount: { atLeast: 1 } }], says: /rowCount is/ },
  { modelTests: [{ rowCount: 5 }], says: /rowCount is 5/ },
  { modelTests: [{ equals: 'customers' }], says: /equals is the string 'customers', not a list of rows or a model/ },
  { modelTests: [{ expression: true }], says: /expression is true, not a function\nexpression: \(o\) =>/ },
] // biome-ignore format: a mistake a line

test.each(REFUSED)('refused: $says', ({ tests, modelTests, says }) => {
  let failure: unknown
  try {
    declaredTests('orders', tests, modelTests)
  } catch (error) {
    failure = error
  }
  expect(failure).toBeInstanceOf(InvalidArgument)
  const { message, hint } = failure as InvalidArgument
  expect(`${message}\n${hint}`).toMatch(says)
})

const THRESHOLDS: readonly (readonly [
  text: string,
  numbers: readonly (readonly [failures: number, reached: boolean])[],
])[] = [
  [
    '> 10',
    [
      [10, false],
      [11, true],
    ],
  ],
  [
    '>=5',
    [
      [4, false],
      [5, true],
    ],
  ],
  [
    ' < 2 ',
    [
      [1, true],
      [2, false],
    ],
  ],
  [
    '<= 2',
    [
      [2, true],
      [3, false],
    ],
  ],
  [
    '=0',
    [
      [0, true],
      [1, false],
    ],
  ],
  [
    '== 1',
    [
      [0, false],
      [1, true],
    ],
  ],
  [
    '!= 0',
    [
      [0, false],
      [7, true],
    ],
  ],
  [
    '<>3',
    [
      [3, false],
      [2, true],
    ],
  ],
  [
    '>1.5',
    [
      [1, false],
      [2, true],
    ],
  ],
  [
    'between 5 and 8',
    [
      [4, false],
      [5, true],
      [8, true],
      [9, false],
    ],
  ],
  [
    'BETWEEN 1 AND 1',
    [
      [1, true],
      [2, false],
    ],
  ],
]

test.each(THRESHOLDS)('the threshold %s', (text, numbers) => {
  const reached = parseThreshold(text, 'errorIf')
  expect(numbers.map(([failures]) => [failures, reached(failures)])).toEqual(numbers)
})
