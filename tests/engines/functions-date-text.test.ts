import { expect, test } from 'vitest'
import {
  dateFormat,
  dayname,
  fromUnixtime,
  InvalidArgument,
  monthname,
  Session,
  UnsupportedOnDialect,
} from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { casesOn, frameOf } from './cases.ts'

const one = (...values: unknown[]) => values.map((value) => [value])

/** Patterns, and what Spark writes for three moments. */
const WRITTEN: Readonly<Record<string, readonly [string, string, string]>> = {
  'y|yy|yyyy|yyyyy|yyyyyy': ['2024|24|2024|02024|002024', '1|01|0001|00001|000001', '9999|99|9999|09999|009999'],
  'M|MM|MMM|MMMM|L|LL|LLL|LLLL': [
    '2|02|Feb|February|2|02|Feb|February',
    '1|01|Jan|January|1|01|Jan|January',
    '12|12|Dec|December|12|12|Dec|December',
  ],
  'd|dd|D|DDD': ['9|09|40|040', '1|01|1|001', '31|31|365|365'],
  'E|EE|EEE|EEEE': ['Fri|Fri|Fri|Friday', 'Mon|Mon|Mon|Monday', 'Fri|Fri|Fri|Friday'],
  'Q|QQ|QQQ|q|qq|qqq': ['1|01|Q1|1|01|Q1', '1|01|Q1|1|01|Q1', '4|04|Q4|4|04|Q4'],
  'H|HH|h|hh|a': ['3|03|3|03|AM', '12|12|12|12|PM', '23|23|11|11|PM'],
  'm|mm|s|ss': ['4|04|5|05', '0|00|0|00', '59|59|59|59'],
  'S|SS|SSS|SSSS|SSSSS|SSSSSS|SSSSSSS|SSSSSSSSS': [
    '0|06|067|0678|06789|067890|0678900|067890000',
    '0|00|000|0000|00000|000000|0000000|000000000',
    '9|99|999|9999|99999|999999|9999990|999999000',
  ],
  'X|XX|XXX|XXXX|XXXXX|x|xx|xxx|Z|ZZZZ|ZZZZZ|z|zzzz|VV|O|G|GGGG': Array(3).fill(
    'Z|Z|Z|Z|Z|+00|+0000|+00:00|+0000|GMT|Z|UTC|Coordinated Universal Time|UTC|GMT|AD|Anno Domini',
  ) as unknown as [string, string, string],
  "yyyyMMdd'T'HHmmssSSS": ['20240209T030405067', '00010101T120000000', '99991231T235959999'],
  d: ['9', '1', '31'],
  "'it''s' d 'of' MMMM, yyyy''": [
    "it's 9 of February, 2024'",
    "it's 1 of January, 0001'",
    "it's 31 of December, 9999'",
  ],
  'yyyy[-MM]': ['2024-02', '0001-01', '9999-12'],
  // What stands for something in the engines' own formats.
  '\'YYYY %Y "Mon" \\ %\' yyyy é % " \\ ?': [
    'YYYY %Y "Mon" \\ % 2024 é % " \\ ?',
    'YYYY %Y "Mon" \\ % 0001 é % " \\ ?',
    'YYYY %Y "Mon" \\ % 9999 é % " \\ ?',
  ],
  '': ['', '', ''],
}

onEveryEngine((database) => {
  const { gives } = casesOn(database)

  for (const [pattern, [usual, first, last]] of Object.entries(WRITTEN)) {
    gives(
      `dateFormat by ${JSON.stringify(pattern)}`,
      { t: 'timestamp?' },
      one('2024-02-09T03:04:05.06789Z', '0001-01-01T12:00:00Z', '9999-12-31T23:59:59.999999Z', null),
      ({ t }) => ({ text: dateFormat(t, pattern) }),
      { text: [usual, first, last, null] },
    )
  }
  gives(
    'the hours of half a day, and days of a leap year',
    { t: 'timestamp' },
    one('2024-12-31T00:00:00Z', '2024-03-01T11:59:59.9999Z', '2023-03-01T13:00:00Z'),
    ({ t }) => ({ text: dateFormat(t, 'h a D'), day: dayname(t), month: monthname(t) }),
    { text: ['12 AM 366', '11 AM 61', '1 PM 60'], day: ['Tue', 'Fri', 'Wed'], month: ['Dec', 'Mar', 'Mar'] },
  )
  gives(
    'a date is its midnight, and fromUnixtime counts seconds',
    { d: 'date?', n: 'long?' },
    [
      ['2024-02-29', 1709209845],
      [null, null],
    ],
    ({ d, n }) => ({
      day: dateFormat(d, 'EEE HH:mm'),
      usual: fromUnixtime(n),
      pattern: fromUnixtime(n, 'dd.MM.yyyy'),
    }),
    { day: ['Thu 00:00', null], usual: ['2024-02-29 12:30:45', null], pattern: ['29.02.2024', null] },
  )
  test('a pattern that is none fails before any SQL', () => {
    const rows = frameOf(new Session(database.engine), { t: 'timestamp' }, [])
    const asked = (pattern: string) => () => rows.select((r) => [dateFormat(r.t, pattern).as('x')]).toSQL()
    expect(asked('YYYY-MM-dd')).toThrow(UnsupportedOnDialect)
    expect(asked('YYYY-MM-dd')).toThrow(/YYYY in the pattern "YYYY-MM-dd"/)
    expect(asked("yyyy 'of")).toThrow(InvalidArgument)
    expect(asked('yyyy]')).toThrow(/not closed|means nothing|no optional section/)
    expect(asked('yyyy {MM}')).toThrow(InvalidArgument)
  })
})
