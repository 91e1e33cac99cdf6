import { describe } from 'vitest'
import {
  concat,
  concatWs,
  greatest,
  initcap,
  instr,
  left,
  length,
  lit,
  lower,
  lpad,
  ltrim,
  repeat,
  replace,
  reverse,
  right,
  rpad,
  rtrim,
  substring,
  trim,
  upper,
} from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { casesOn } from './cases.ts'

const one = (...values: (string | null)[]) => values.map((value) => [value])

onEveryEngine((database) => {
  const { gives } = casesOn(database)

  gives(
    'upper and lower by Unicode',
    { s: 'string?' },
    one('straße', 'ÄÖÜ', 'éa', 'İI', 'ſ', '日本😀', '', null),
    ({ s }) => ({ upper: upper(s), lower: lower(s) }),
    {
      upper: ['STRASSE', 'ÄÖÜ', 'ÉA', 'İI', 'S', '日本😀', '', null],
      lower: ['straße', 'äöü', 'éa', 'i\u0307i', 'ſ', '日本😀', '', null],
    },
  )
  gives(
    'text with changed case compares as any other',
    { a: 'string', b: 'string' },
    [
      ['Äpfel', 'ÄPFEL'],
      ['b', 'A'],
    ],
    ({ a, b }) => ({
      same: upper(a).eq(upper(b)),
      less: lower(a).lt(lower(b)),
      mixed: upper(a).gt(b),
      nested: lower(upper(a)).eq(lower(a)),
      greatest: greatest(a, upper(b)),
      in: upper(a).isin(['ÄPFEL']),
      joined: concat(upper(a), lower(b)),
      initial: upper(left(a, 1)).eq('Ä'),
    }),
    {
      same: [true, false],
      less: [false, false],
      mixed: [false, true],
      nested: [true, true],
      greatest: ['Äpfel', 'b'],
      in: [true, false],
      joined: ['ÄPFELäpfel', 'Ba'],
      initial: [true, false],
    },
  )
  gives(
    'initcap starts words behind spaces alone',
    { s: 'string?' },
    one('hello WORLD', "o'neil-smith", '  two  spaces ', 'ärger ÜBER', 'a\tb\nc', '1st', 'ß', '', null),
    ({ s }) => ({ initcap: initcap(s) }),
    {
      initcap: ['Hello World', "O'neil-smith", '  Two  Spaces ', 'Ärger Über', 'A\tb\nc', '1st', 'Ss', '', null],
    },
  )
  gives(
    'length and reverse count characters',
    { s: 'string?' },
    one('', 'abc', 'ab ', 'é', 'e\u0301', '😀x', '日本', null),
    ({ s }) => ({ length: length(s), reverse: reverse(s) }),
    { length: [0, 3, 3, 1, 2, 2, 2, null], reverse: ['', 'cba', ' ba', 'é', '\u0301e', 'x😀', '本日', null] },
  )
  gives(
    'trim takes spaces, and nothing else',
    { s: 'string?' },
    one('  a b ', '\ta\n', '   ', '', '\u00a0a', null),
    ({ s }) => ({ trim: trim(s), ltrim: ltrim(s), rtrim: rtrim(s) }),
    {
      trim: ['a b', '\ta\n', '', '', '\u00a0a', null],
      ltrim: ['a b ', '\ta\n', '', '', '\u00a0a', null],
      rtrim: ['  a b', '\ta\n', '', '', '\u00a0a', null],
    },
  )
  describe('substring', () => {
    gives(
      'positions and lengths as columns',
      { s: 'string?', p: 'int?', n: 'int?' },
      [
        ['hello', 1, 3], ['hello', 2, 3], ['hello', 0, 3], ['hello', -3, 2], ['hello', -9, 5], ['hello', -9, 3], ['hello', 4, 9],
        ['hello', 9, 2], ['hello', 2, 0], ['hello', 2, -1], ['a😀b', 2, 1], ['a😀b', -1, 1], ['', 1, 1], [null, 1, 1],
        ['hello', null, 1], ['hello', 1, null], ['hello', 1, 2147483647],
      ], // biome-ignore format: one glance
      ({ s, p, n }) => ({ part: substring(s, p, n) }),
      {
        part: ['hel', 'ell', 'hel', 'll', 'h', '', 'lo', '', '', '', '😀', 'b', '', null, null, null, 'hello'],
      },
    )
    gives(
      'positions and lengths as numbers',
      { s: 'string?' },
      one('hello', 'a😀', null),
      ({ s }) => ({
        first: substring(s, 1, 2),
        zero: substring(s, 0, 2),
        end: substring(s, -2, 2),
        beyond: substring(s, -4, 2),
        none: substring(s, 3, 0),
        negative: substring(s, 1, -1),
      }),
      {
        first: ['he', 'a😀', null],
        zero: ['he', 'a😀', null],
        end: ['lo', 'a😀', null],
        beyond: ['el', '', null],
        none: ['', '', null],
        negative: ['', '', null],
      },
    )
  })
  gives(
    'left and right',
    { s: 'string?', n: 'int?' },
    [
      ['hello', 2],
      ['hello', 0],
      ['hello', -1],
      ['hello', 9],
      ['a😀', 1],
      [null, 2],
      ['hello', null],
    ],
    ({ s, n }) => ({ left: left(s, n), right: right(s, n), one: left(s, 1), last: right(s, 1) }),
    {
      left: ['he', '', '', 'hello', 'a', null, null],
      right: ['lo', '', '', 'hello', '😀', null, null],
      one: ['h', 'h', 'h', 'h', 'a', null, 'h'],
      last: ['o', 'o', 'o', 'o', '😀', null, 'o'],
    },
  )
  gives(
    'concat is NULL with NULL, concatWs leaves it out',
    { a: 'string?', b: 'string?' },
    [
      ['x', 'y'],
      ['x', null],
      [null, 'y'],
      [null, null],
      ['', ''],
    ],
    ({ a, b }) => ({
      concat: concat(a, b),
      middle: concat(a, '-', b),
      alone: concat(a),
      ws: concatWs('-', a, b),
      wide: concatWs(', ', a, lit('z'), b),
      none: concatWs('-'),
    }),
    {
      concat: ['xy', null, null, null, ''],
      middle: ['x-y', null, null, null, '-'],
      alone: ['x', 'x', null, null, ''],
      ws: ['x-y', 'x', 'y', '', '-'],
      wide: ['x, z, y', 'x, z', 'z, y', 'z', ', z, '],
      none: ['', '', '', '', ''],
    },
  )
  gives(
    'replace and instr',
    { s: 'string?', f: 'string?', r: 'string?' },
    [
      ['aXbX', 'X', '--'], ['aaa', 'aa', 'b'], ['abc', '', 'x'], ['abc', 'B', 'x'], ['a😀b', '😀', ''], [null, 'a', 'b'],
      ['abc', null, 'x'], ['abc', 'b', null], ['a.b', '.', '%'],
    ], // biome-ignore format: one glance
    ({ s, f, r }) => ({ replace: replace(s, f, r), instr: instr(s, f), fixed: instr(s, 'b') }),
    {
      replace: ['a--b--', 'ba', 'abc', 'abc', 'ab', null, null, null, 'a%b'],
      instr: [2, 1, 1, 0, 2, null, null, 2, 2],
      fixed: [3, 0, 2, 2, 3, null, 2, 2, 3],
    },
  )
  gives(
    'lpad, rpad, repeat',
    { s: 'string?', n: 'int?', p: 'string?' },
    [
      ['ab', 5, 'xy'], ['abc', 2, 'x'], ['abc', 0, 'x'], ['abc', -1, 'x'], ['ab', 5, ''], ['日', 3, '本'], ['a', 3, '😀'],
      [null, 3, 'x'], ['ab', null, 'x'], ['ab', 3, null],
    ], // biome-ignore format: one glance
    ({ s, n, p }) => ({ lpad: lpad(s, n, p), rpad: rpad(s, n, p), spaces: lpad(s, 4), repeat: repeat(s, n) }),
    {
      lpad: ['xyxab', 'ab', '', '', 'ab', '本本日', '😀😀a', null, null, null],
      rpad: ['abxyx', 'ab', '', '', 'ab', '日本本', 'a😀😀', null, null, null],
      spaces: ['  ab', ' abc', ' abc', ' abc', '  ab', '   日', '   a', null, '  ab', '  ab'],
      repeat: ['ababababab', 'abcabc', '', '', 'ababababab', '日日日', 'aaa', null, null, 'ababab'],
    },
  )
})
