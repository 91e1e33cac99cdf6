import { describe } from 'vitest'
import {
  formatNumber,
  formatString,
  InvalidArgument,
  mask,
  printf,
  TypeMismatch,
  toChar,
  toNumber,
  toVarchar,
  tryToNumber,
  ValueOutOfRange,
} from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { casesOn } from './cases.ts'

onEveryEngine((database) => {
  const { gives, fails } = casesOn(database)

  describe('numbers as text', () => {
    gives(
      'thousands, and a half to the even neighbour by what the double is',
      { d: 'double?', n: 'long?', m: 'decimal(10,4)?' },
      [
        [2.675, 1234567, '2.6750'],
        [-1234567.891, -1, '-1234.5675'],
        [0.125, 0, '0.0025'],
        [1e21, 999, '0.0000'],
        [null, null, null],
      ],
      ({ d, n, m }) => ({ double: formatNumber(d, 2), long: formatNumber(n, 0), decimal: formatNumber(m, 3) }),
      {
        double: ['2.67', '-1,234,567.89', '0.12', '1,000,000,000,000,000,000,000.00', null],
        long: ['1,234,567', '-1', '0', '999', null],
        decimal: ['2.675', '-1,234.568', '0.002', '0.000', null],
      },
    )
    gives(
      'the directives of printf',
      { s: 'string?', n: 'long?', d: 'double?' },
      [
        ['a', -5, 2.675],
        ['long text', 1234567, -1e300 / 1e299],
        [null, null, null],
      ],
      ({ s, n, d }) => ({
        text: formatString('%-4s|%S|%.2s|100%%', s, s, s),
        whole: printf('[%06d][%+,d][%x]', n, n, n),
        fixed: formatString('%8.2f %1$,.1f', d),
      }),
      {
        text: ['a   |A|a|100%', 'long text|LONG TEXT|lo|100%', 'null|NULL|nu|100%'],
        whole: ['[-00005][-5][fffffffffffffffb]', '[1234567][+1,234,567][12d687]', '[  null][null][null]'],
        fixed: ['    2.68 2.7', '  -10.00 -10.0', '      nu n'],
      },
    )
    gives(
      'decimals in a format',
      { m: 'decimal(10,2)?' },
      [['1234.50'], ['-0.05'], ['0.00'], ['99999999.99'], [null]],
      ({ m }) => ({
        groups: toChar(m, '999,999.99'),
        zeros: toChar(m, '0000.00'),
        sign: toChar(m, 'S9999.99'),
        angles: toVarchar(m, '9999.99PR'),
        after: toChar(m, '$9999.99MI'),
      }),
      {
        groups: ['  1,234.50', '      0.05', '      0.00', '### ###.##', null],
        zeros: ['1234.50', '0000.05', '0000.00', '####.##', null],
        sign: ['+1234.50', '    -.05', '    +.00', '+####.##', null],
        angles: ['1234.50  ', '    <.05>', '   0.00  ', '####.##  ', null],
        after: ['$1234.50 ', '$   0.05-', '$   0.00 ', '$####.## ', null],
      },
    )
    gives(
      'days and bytes',
      { d: 'date?', b: 'binary?' },
      [
        ['2024-02-29', Uint8Array.of(0x61, 0xff)],
        ['0001-01-01', Uint8Array.of()],
        [null, null],
      ],
      ({ d, b }) => ({ day: toChar(d, 'dd.MM.yyyy'), hex: toChar(b, 'hex'), base64: toChar(b, 'base64') }),
      { day: ['29.02.2024', '01.01.0001', null], hex: ['61FF', '', null], base64: ['Yf8=', '', null] },
    )
  })

  describe('text as numbers', () => {
    gives(
      'text of a format',
      { s: 'string?' },
      [['1,234.5'], [' 12'], ['.5'], ['00012'], ['-12'], ['abc'], [null]],
      ({ s }) => ({ groups: tryToNumber(s, '999,999.99'), sign: tryToNumber(s, 'S99999.99') }),
      {
        groups: ['1234.50', '12.00', '0.50', null, null, null, null],
        sign: [null, '12.00', '0.50', '12.00', '-12.00', null, null],
      },
    )
    gives('with a dollar', { s: 'string?' }, [['$78.12'], [null]], ({ s }) => ({ n: toNumber(s, '$999.99') }), {
      n: ['78.12', null],
    })
    fails(
      'text of another form raises',
      { s: 'string' },
      [['1,2,3']],
      ({ s }) => ({ n: toNumber(s, '9,999') }),
      ValueOutOfRange,
    )
  })

  gives(
    'masks replace kinds of characters',
    { s: 'string?' },
    [['AbCd-1234'], ['ÀéΔ 日😀'], [''], [null]],
    ({ s }) => ({ usual: mask(s), all: mask(s, 'U', 'l', '#', '*'), digits: mask(s, null, null, '0') }),
    {
      usual: ['XxXx-nnnn', 'XxX 日😀', '', null],
      all: ['UlUl*####', 'UlU****', '', null],
      digits: ['AbCd-0000', 'ÀéΔ 日😀', '', null],
    },
  )

  describe('formats that are none', () => {
    fails(
      'are mistakes of the program',
      { m: 'decimal(5,2)', s: 'string' },
      [],
      ({ m, s }) => ({
        number: toChar(m, '9x9'),
        text: toNumber(s, 'abc'),
        directive: formatString('%q', s),
        missing: formatString('%s %s', s),
        digits: formatNumber(m, -1),
      }),
      InvalidArgument,
    )
    fails(
      'and so are values of another type',
      { s: 'string', d: 'double' },
      [],
      ({ s, d }) => ({ whole: formatString('%d', s), text: formatString('%f', s), double: toChar(d as never, '99.9') }),
      TypeMismatch,
    )
  })
})
