import { describe } from 'vitest'
import {
  ascii,
  bitLength,
  btrim,
  characterLength,
  charLength,
  chr,
  contains,
  elt,
  endswith,
  findInSet,
  ilike,
  isValidUtf8,
  lcase,
  length,
  levenshtein,
  like,
  lit,
  locate,
  ltrim,
  makeValidUtf8,
  octetLength,
  overlay,
  position,
  quote,
  replace,
  rtrim,
  soundex,
  splitPart,
  startswith,
  substr,
  substringIndex,
  translate,
  trim,
  tryValidateUtf8,
  ucase,
  ValueOutOfRange,
  validateUtf8,
} from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { casesOn } from './cases.ts'

const one = (...values: (string | null)[]) => values.map((value) => [value])
const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'))

onEveryEngine((database) => {
  const { gives, fails } = casesOn(database)

  describe('text in text', () => {
    gives(
      'places and parts',
      { s: 'string?' },
      one('a.b.c', '...', 'abc', '', null),
      ({ s }) => ({
        locate: locate('b', s),
        from: locate('b', s, 4),
        nowhere: locate('b', s, 0),
        empty: position('', s, 9),
        part: splitPart(s, '.', -1),
        none: splitPart(s, '.', 4),
        two: substringIndex(s, '.', 2),
        last: substringIndex(s, '.', -1),
        overlapping: substringIndex(s, '..', 2),
        contains: contains(s, 'b'),
        starts: startswith(s, 'a'),
        ends: endswith(s, 'c'),
      }),
      {
        locate: [3, 0, 2, 0, null],
        from: [0, 0, 0, 0, null],
        nowhere: [0, 0, 0, 0, 0],
        empty: [1, 1, 1, 1, null],
        part: ['c', '', 'abc', '', null],
        none: ['', '', '', '', null],
        two: ['a.b', '.', 'abc', '', null],
        last: ['c', '', 'abc', '', null],
        overlapping: ['a.b.c', '.', 'abc', '', null],
        contains: [true, false, true, false, null],
        starts: [true, false, true, false, null],
        ends: [true, false, true, false, null],
      },
    )
    gives(
      'lists, distances and sounds',
      { a: 'string?', b: 'string?' },
      [['kitten', 'sitting'], ['b', 'a,b'], ['', 'a,,c'], ['日本', '日'], ['Tymczak', 'H'], [null, 'x'], ['x', null]], // biome-ignore format: one glance
      ({ a, b }) => ({ set: findInSet(a, b), far: levenshtein(a, b), near: levenshtein(a, b, 2), sound: soundex(a) }),
      {
        set: [0, 2, 2, 0, 0, null, null],
        far: [3, 2, 4, 1, 7, null, null],
        near: [-1, 2, -1, 1, -1, null, null],
        sound: ['K350', 'B000', '', '日本', 'T522', null, 'X000'],
      },
    )
    gives(
      'patterns with an escape of their own',
      { s: 'string?' },
      one('a%b', 'axb', 'A%B', 'a\\b', null),
      ({ s }) => ({ like: like(s, 'a/%b', '/'), ilike: ilike(s, 'a/%b', '/'), plain: like(s, 'a\\\\b', '/') }),
      {
        like: [true, false, false, false, null],
        ilike: [true, false, true, false, null],
        plain: [false, false, false, false, null],
      },
    )
    fails(
      'a part 0, a text that is not there, a pattern from data that is none',
      { s: 'string', n: 'int', p: 'string' },
      [['a', 0, '\\']],
      ({ s, n, p }) => ({ part: splitPart(s, '.', n), elt: elt(n, s), like: like(s, p) }),
      ValueOutOfRange,
    )
  })

  describe('text made of text', () => {
    gives(
      'parts replaced',
      { s: 'string?' },
      one('abcabc', 'ß😀é', "it's", null),
      ({ s }) => ({
        removed: replace(s, 'b'),
        translated: translate(s, 'aé😀', 'xy'),
        over: overlay(s, 'XY', 2),
        inserted: overlay(s, '-', 1, 0),
        tail: substr(s, -2),
        quoted: quote(s),
        chosen: elt(lit(2), s, lit('z')),
      }),
      {
        removed: ['acac', 'ß😀é', "it's", null],
        translated: ['xbcxbc', 'ßy', "it's", null],
        over: ['aXYabc', 'ßXY', 'iXYs', null],
        inserted: ['-abcabc', '-ß😀é', "-it's", null],
        tail: ['bc', '😀é', "'s", null],
        quoted: ["'abcabc'", "'ß😀é'", "'it\\'s'", null],
        chosen: ['z', 'z', 'z', 'z'],
      },
    )
    gives(
      'characters taken off both ends',
      { s: 'string?' },
      one('xyabcyx', ' x ', 'xx', null),
      ({ s }) => ({
        trim: trim(s, 'xy'),
        btrim: btrim(s, 'x '),
        ltrim: ltrim(s, 'x'),
        rtrim: rtrim(s, 'x'),
        none: trim(s, ''),
      }),
      {
        trim: ['abc', ' x ', '', null],
        btrim: ['yabcy', '', '', null],
        ltrim: ['yabcyx', ' x ', '', null],
        rtrim: ['xyabcy', ' x ', '', null],
        none: ['xyabcyx', ' x ', 'xx', null],
      },
    )
    gives(
      'functions by their other names',
      { s: 'string?' },
      one('Aß', null),
      ({ s }) => ({ upper: ucase(s), lower: lcase(s), chars: charLength(s), characters: characterLength(s) }),
      { upper: ['ASS', null], lower: ['aß', null], chars: [2, null], characters: [2, null] },
    )
  })

  describe('characters and bytes', () => {
    gives(
      'codes and sizes',
      { s: 'string?', n: 'int?' },
      [
        ['é', 65],
        ['😀x', 321],
        ['', -1],
        ['a', 233],
        [null, null],
      ],
      ({ s, n }) => ({ ascii: ascii(s), chr: chr(n), bytes: octetLength(s), bits: bitLength(s) }),
      {
        ascii: [233, 128512, 0, 97, null],
        chr: ['A', 'A', '', 'é', null],
        bytes: [2, 5, 0, 1, null],
        bits: [16, 40, 0, 8, null],
      },
    )
    gives(
      'bytes that are text, and others',
      { b: 'binary?' },
      [[bytes('c39f')], [bytes('ff61')], [bytes('e697')], [bytes('')], [null]],
      ({ b }) => ({
        valid: isValidUtf8(b.cast('string')),
        made: makeValidUtf8(b.cast('string')),
        tried: tryValidateUtf8(b.cast('string')),
        length: length(b),
        starts: startswith(b, bytes('c3')),
        ends: endswith(b, bytes('61')),
      }),
      {
        valid: [true, false, false, true, null],
        made: ['ß', '\ufffda', '\ufffd', '', null],
        tried: ['ß', null, null, '', null],
        length: [2, 2, 2, 0, null],
        starts: [true, false, false, false, null],
        ends: [false, true, false, false, null],
      },
    )
    fails(
      'bytes that are no text raise',
      { b: 'binary' },
      [[bytes('ff')]],
      ({ b }) => ({ text: validateUtf8(b.cast('string')) }),
      ValueOutOfRange,
    )
  })
})
