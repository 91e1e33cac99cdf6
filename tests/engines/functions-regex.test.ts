import { describe } from 'vitest'
import {
  InvalidArgument,
  regexp,
  regexpCount,
  regexpExtract,
  regexpExtractAll,
  regexpInstr,
  regexpLike,
  regexpReplace,
  regexpSubstr,
  rlike,
  split,
  UnsupportedOnDialect,
  ValueOutOfRange,
} from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { casesOn } from './cases.ts'

const one = (...values: (string | null)[]) => values.map((value) => [value])

onEveryEngine((database) => {
  const { gives, fails } = casesOn(database)

  gives(
    'patterns mean what they mean in Java',
    { s: 'string?' },
    one('a1b', 'x\ny', 'é٣', 'abc\n', 'a\u000b', 'A.B', null),
    ({ s }) => ({
      digit: rlike(s, '\\d'),
      dot: regexp(s, '^x.y$'),
      all: regexpLike(s, '(?s)^x.y$'),
      word: s.rlike('^\\w+$'),
      line: rlike(s, 'c$'),
      end: rlike(s, 'c\\z'),
      space: rlike(s, 'a\\s$'),
      either: rlike(s, '(?i)^a\\.b'),
      letter: rlike(s, '^\\p{L}'),
      border: rlike(s, '\\bB'),
      quoted: rlike(s, '\\QA.B\\E'),
      without: rlike(s, '^[a-z&&[^b-z]]'),
    }),
    {
      digit: [true, false, false, false, false, false, null],
      dot: [false, false, false, false, false, false, null],
      all: [false, true, false, false, false, false, null],
      word: [true, false, false, true, false, false, null],
      line: [false, false, false, true, false, false, null],
      end: [false, false, false, false, false, false, null],
      space: [false, false, false, false, true, false, null],
      either: [false, false, false, false, false, true, null],
      letter: [true, true, true, true, true, true, null],
      border: [false, false, false, false, false, true, null],
      quoted: [false, false, false, false, false, true, null],
      without: [true, false, false, true, true, false, null],
    },
  )
  gives(
    'matches',
    { s: 'string?' },
    one('k=v; k2=v2', 'a1b22', 'xx\nx', '', null),
    ({ s }) => ({
      count: regexpCount(s, '\\d+'),
      between: regexpCount(s, 'x*'),
      at: regexpInstr(s, '\\d'),
      first: regexpSubstr(s, '[a-z]\\d'),
      group: regexpExtract(s, '(\\w+)=(\\w+)', 2),
      whole: regexpExtract(s, '\\d+', 0),
      lazy: regexpExtract(s, '(.+?)[=1]'),
      optional: regexpExtract(s, '(a)?(1|2)'),
      all: regexpExtractAll(s, '(\\w)\\d'),
      swapped: regexpReplace(s, '(\\w)(\\w)', '$2\\$$1'),
      emptied: regexpReplace(s, 'x*', '-'),
      trimmed: regexpReplace(s, '[\\s\\d]+$', ''),
    }),
    {
      count: [2, 2, 0, 0, null],
      between: [11, 6, 4, 1, null],
      at: [7, 2, 0, 0, null],
      first: ['k2', 'a1', null, null, null],
      group: ['v', '', '', '', null],
      whole: ['2', '1', '', '', null],
      lazy: ['k', 'a', '', '', null],
      optional: ['', 'a', '', '', null],
      all: [['k', 'v'], ['a', 'b'], [], [], null],
      swapped: ['k=v; 2$k=2$v', '1$a2$b2', 'x$x\nx', '', null],
      emptied: ['-k-=-v-;- -k-2-=-v-2-', '-a-1-b-2-2-', '--\n--', '-', null],
      trimmed: ['k=v; k2=v', 'a1b', 'xx\nx', '', null],
    },
  )
  gives(
    'text taken apart',
    { s: 'string?' },
    one('a,b,,c', 'a1b22', '', null),
    ({ s }) => ({ comma: split(s, ','), two: split(s, ',', 2), digits: split(s, '[0-9]+'), letters: split(s, '', 3) }),
    {
      comma: [['a', 'b', '', 'c'], ['a1b22'], [''], null],
      two: [['a', 'b,,c'], ['a1b22'], [''], null],
      digits: [['a,b,,c'], ['a', 'b', ''], [''], null],
      letters: [['a', ',', 'b,,c'], ['a', '1', 'b22'], [''], null],
    },
  )
  describe('what is refused', () => {
    fails(
      'patterns that are none, and groups that are not there',
      { s: 'string' },
      [],
      ({ s }) => ({
        open: rlike(s, '('),
        many: rlike(s, 'a)'),
        nothing: rlike(s, '*a'),
        letter: rlike(s, '\\y'),
        backwards: rlike(s, '[z-a]'),
        group: regexpReplace(s, '(a)', '$2'),
      }),
      InvalidArgument,
    )
    fails(
      'what not all engines have',
      { s: 'string' },
      [],
      ({ s }) => ({
        possessive: rlike(s, 'a++'),
        atomic: rlike(s, '(?>a)'),
        again: rlike(s, '(a)\\1'),
        lines: rlike(s, '(?m)^a'),
        loop: regexpExtract(s, '((?:a*)+)b'),
      }),
      UnsupportedOnDialect,
    )
    if (database.dialect === 'postgres')
      fails(
        'where the longest match is another than the first',
        { s: 'string', p: 'string' },
        [],
        ({ s, p }) => ({
          prefix: regexpSubstr(s, 'foo|foobar'),
          two: regexpExtract(s, '(.*)x(.*)y'),
          data: rlike(s, p),
        }),
        UnsupportedOnDialect,
        /is not supported on PostgreSQL/,
      )
    if (database.dialect === 'duckdb')
      fails(
        'what looks ahead, and patterns from data',
        { s: 'string', p: 'string' },
        [],
        ({ s, p }) => ({ ahead: rlike(s, 'a(?=b)'), end: regexpCount(s, 'a$\\n'), data: rlike(s, p) }),
        UnsupportedOnDialect,
        /is not supported on DuckDB/,
      )
    fails(
      'a group that is not there, where there is a match',
      { s: 'string' },
      [['a']],
      ({ s }) => ({ group: regexpExtract(s, '(a)', 2) }),
      ValueOutOfRange,
    )
  })
})
