import { concat, concatWs, reverse, TypeMismatch } from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { casesOn } from './cases.ts'

onEveryEngine((database) => {
  const { gives, fails } = casesOn(database)
  gives(
    'reverse and concat are of arrays, too',
    { a: 'array<long>?', b: 'array<long>?', s: 'array<string>' },
    [
      [[1, null, 3], [], ['a', 'ß']],
      [[], [7, 7], []],
      [[2], null, ['x']],
      [null, [4], [null] as never],
    ],
    ({ a, b, s }) => ({
      back: reverse(a),
      texts: reverse(s),
      both: concat(a, b),
      three: concat(b, a, b),
      one: concat(a),
    }),
    {
      back: [[3, null, 1], [], [2], null],
      texts: [['ß', 'a'], [], ['x'], [null]],
      both: [[1, null, 3], [7, 7], null, null],
      three: [[1, null, 3], [7, 7, 7, 7], null, null],
      one: [[1, null, 3], [], [2], null],
    },
  )
  gives(
    'arrays of arrays, and of numbers that widen',
    { n: 'array<array<long>>', i: 'array<int>', l: 'array<long>' },
    [[[[1], [], [2, 3]], [1, 2], [9_000_000_000]]],
    ({ n, i, l }) => ({ back: reverse(n), twice: concat(n, n), wide: concat(i, l) }),
    { back: [[[2, 3], [], [1]]], twice: [[[1], [], [2, 3], [1], [], [2, 3]]], wide: [[1, 2, 9_000_000_000]] },
  )
  gives(
    'concatWs joins the texts of arrays with the others',
    { s: 'string?', a: 'array<string>?' },
    [
      ['x', ['a', null as never, '']],
      [null, ['b']],
      ['y', []],
      ['z', [null as never]],
      ['w', null],
      ['v', ['']],
    ],
    ({ s, a }) => ({ joined: concatWs('-', s, a), alone: concatWs(', ', a), twice: concatWs('', a, a) }),
    {
      joined: ['x-a-', 'b', 'y', 'z', 'w', 'v-'],
      alone: ['a, ', 'b', '', '', '', ''],
      twice: ['aa', 'bb', '', '', '', ''],
    },
  )
  fails(
    'a text beside an array',
    { s: 'string', a: 'array<string>', n: 'array<long>' },
    [],
    ({ s, a, n }) => ({
      array: concat(a as never, s),
      text: concat(s, a as never),
      numbers: concatWs('-', n as never),
    }),
    TypeMismatch,
  )
})
