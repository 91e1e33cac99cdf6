import { expect, test } from 'vitest'
import {
  InvalidArgument,
  Session,
  toDate,
  toTimestamp,
  tryToDate,
  tryToTimestamp,
  UnsupportedOnDialect,
  unixTimestamp,
  ValueOutOfRange,
} from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { casesOn, frameOf } from './cases.ts'

/** Patterns, and what Spark reads of texts by them: NULL where it raises. */
const READ: Readonly<Record<string, Readonly<Record<string, string | null>>>> = {
  'd/M/y': {
    '5/3/2024': '2024-03-05 00:00:00', '05/003/2024': '2024-03-05 00:00:00', '5/3/024': '0024-03-05 00:00:00',
    '31/4/2024': null, '5/13/2024': null, '5-3-2024': null, '': null, ' 5/3/2024': null, '5/3/2024\n': null,
  },
  'd/M/yy': { '5/3/24': '2024-03-05 00:00:00', '5/3/99': '2099-03-05 00:00:00', '5/3/2024': null },
  'HH:mm': { '10:11': '1970-01-01 10:11:00', '24:00': null, '1:02': null, '10:60': null },
  'H:m:s': { '1:2:3': '1970-01-01 01:02:03', '023:59:59': '1970-01-01 23:59:59' },
  'MM-dd': { '03-05': '1970-03-05 00:00:00', '02-29': null, '00-01': null },
  'dd MMM yyyy': { '29 feb 2024': '2024-02-29 00:00:00', '01 DEC 0001': '0001-12-01 00:00:00', '29 Fab 2024': null },
  'dd MMMM yyyy': { '29 FEBRUARY 2024': '2024-02-29 00:00:00', '29 Feb 2024': null },
  'yyyy-MM-dd hh:mm a': {
    '2024-02-29 12:30 pm': '2024-02-29 12:30:00', '2024-02-29 12:30 AM': '2024-02-29 00:30:00',
    '2024-02-29 11:30 PM': '2024-02-29 23:30:00', '2024-02-29 00:30 AM': null, '2024-02-29 13:30 AM': null,
  },
  'yyyy-MM-dd hh:mm': { '2024-02-29 12:30': '2024-02-29 00:30:00', '2024-02-29 11:30': '2024-02-29 11:30:00' },
  'h a': { '10 PM': '1970-01-01 22:00:00' },
  "yyyy-MM-dd'T'HH:mm:ss[.SSS]": {
    '2024-02-29t10:00:00': '2024-02-29 10:00:00', '2024-02-29T10:00:00.5': '2024-02-29 10:00:00.5',
    '2024-02-29T10:00:00.': null, '2024-02-29T10:00:00.1234': null,
  },
  'yyyy-MM-dd HH:mm:ss.SSSSSSSSS': { '2024-02-29 10:00:00.999999999': '2024-02-29 10:00:00.999999' },
  yyyyMMddHHmmss: { '20240229101112': '2024-02-29 10:11:12', '2024022910111': null },
  'yyyy-MM-dd HH:mm XXX': {
    '2024-02-29 10:00 +02:00': '2024-02-29 08:00:00', '2024-02-29 10:00 -05:30': '2024-02-29 15:30:00',
    '2024-02-29 10:00 z': '2024-02-29 10:00:00', '2024-02-29 10:00 -00:00': '2024-02-29 10:00:00',
    '2024-02-29 10:00 +18:00': '2024-02-28 16:00:00', '2024-02-29 10:00 +18:30': null,
    '2024-02-29 10:00 +02:60': null, '2024-02-29 10:00 +0200': null, '2024-02-29 10:00': null,
  },
  'yyyy-MM-dd HH:mm X': {
    '2024-02-29 10:00 +02': '2024-02-29 08:00:00', '2024-02-29 10:00 +0230': '2024-02-29 07:30:00',
  },
  'yyyy-MM-dd HH:mm[xx]': { '2024-02-29 10:00+0200': '2024-02-29 08:00:00', '2024-02-29 10:00': '2024-02-29 10:00:00', '2024-02-29 10:00Z': null },
  "(yyyy|MM) 'o''clock?*' dd.": { "(2024|02) o'clock?* 29.": '2024-02-29 00:00:00', "(2024|02) o'cloc 29.": null },
  'yyyy-MM-dd [HH][mm]': { '2024-02-29 10': '2024-02-29 10:00:00', '2024-02-29 ': '2024-02-29 00:00:00' },
} // biome-ignore format: a table

onEveryEngine((database) => {
  const { gives, fails } = casesOn(database)

  for (const [pattern, answers] of Object.entries(READ)) {
    const texts = [...Object.keys(answers), null]
    const found = [...Object.values(answers), null]
    gives(
      `text by ${JSON.stringify(pattern)}`,
      { s: 'string?' },
      texts.map((text) => [text]),
      ({ s }) => ({ moment: tryToTimestamp(s, pattern).cast('string'), day: tryToDate(s, pattern) }),
      { moment: found, day: found.map((moment) => moment?.slice(0, 10) ?? null) },
    )
    const good = Object.entries(answers).filter(([, moment]) => moment !== null)
    gives(
      `text by ${JSON.stringify(pattern)}, all of it good`,
      { s: 'string' },
      good.map(([text]) => [text]),
      ({ s }) => ({ moment: toTimestamp(s, pattern).cast('string'), day: toDate(s, pattern) }),
      { moment: good.map(([, moment]) => moment), day: good.map(([, moment]) => moment?.slice(0, 10)) },
    )
    const bad = Object.keys(answers).find((text) => answers[text] === null)
    if (bad !== undefined) {
      fails(
        `text that is not of ${JSON.stringify(pattern)}`,
        { s: 'string' },
        [[bad]],
        ({ s }) => ({ moment: toTimestamp(s, pattern), day: toDate(s, pattern), seconds: unixTimestamp(s, pattern) }),
        ValueOutOfRange,
        /./,
      )
    }
  }
  gives(
    'without a pattern as a cast reads it; what is a moment is taken as it is',
    { s: 'string?', d: 'date?', t: 'timestamp?' },
    [
      ['2024-2-9', '2024-02-29', '2024-02-29T23:59:59.999999Z'],
      ['2024-02-29 12:30:45.5+02:00', '1969-12-31', '1969-12-31T23:59:59.5Z'],
      ['no day', null, null],
      [null, null, null],
    ],
    ({ s, d, t }) => ({
      text: tryToTimestamp(s).cast('string'),
      day: tryToDate(s),
      ofDate: toTimestamp(d).cast('string'),
      ofMoment: toDate(t),
      same: toTimestamp(t).cast('string'),
      seconds: unixTimestamp(t),
      secondsOfDay: unixTimestamp(d),
    }),
    {
      text: ['2024-02-09 00:00:00', '2024-02-29 10:30:45.5', null, null],
      day: ['2024-02-09', '2024-02-29', null, null],
      ofDate: ['2024-02-29 00:00:00', '1969-12-31 00:00:00', null, null],
      ofMoment: ['2024-02-29', '1969-12-31', null, null],
      same: ['2024-02-29 23:59:59.999999', '1969-12-31 23:59:59.5', null, null],
      // Cut toward zero, unlike unixSeconds.
      seconds: [1709251199, 0, null, null],
      secondsOfDay: [1709164800, -86400, null, null],
    },
  )
  gives(
    'unixTimestamp of text, by the usual pattern and by another',
    { s: 'string?', p: 'string?' },
    [
      ['2024-02-29 12:34:56', '29.02.2024'],
      [null, null],
    ],
    ({ s, p }) => ({ usual: unixTimestamp(s), pattern: unixTimestamp(p, 'dd.MM.yyyy') }),
    { usual: [1709210096, null], pattern: [1709164800, null] },
  )
  test('unixTimestamp without arguments is the instant of the run', async () => {
    const [row] = await frameOf(new Session(database.engine), { s: 'string' }, [['x']])
      .select(() => [unixTimestamp().as('now')])
      .collect()
    expect(Math.abs((row as { now: number }).now - Date.now() / 1000)).toBeLessThan(60)
  })
  test('a pattern that cannot be read fails before any SQL', () => {
    const rows = frameOf(new Session(database.engine), { s: 'string' }, [])
    const asked = (pattern: string) => () => rows.select((r) => [toTimestamp(r.s, pattern).as('x')]).toSQL()
    expect(asked('yyyyMMddHHmmssSSS')).toThrow(/fields of any width have nothing between them/)
    expect(asked('yyyyMMddHHmmssSSS')).toThrow(UnsupportedOnDialect)
    expect(asked('E yyyy')).toThrow(/E in the pattern/)
    expect(asked('MM yyyy MMM')).toThrow(/the month is read twice/)
    expect(asked('HH:mm a')).toThrow(/a stands without h/)
    expect(asked("'now'")).toThrow(/nothing is read/)
    expect(asked('yyyy[-MM')).toThrow(InvalidArgument)
  })
})
