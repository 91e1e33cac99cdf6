import {
  base64,
  decode,
  encode,
  hex,
  InvalidArgument,
  parseUrl,
  toBinary,
  tryParseUrl,
  tryToBinary,
  tryUrlDecode,
  type UrlPart,
  unbase64,
  urlDecode,
  urlEncode,
  ValueOutOfRange,
} from '../../src/index.ts'
import { onEveryEngine } from '../support/databases.ts'
import { casesOn } from './cases.ts'

const one = (...values: unknown[]) => values.map((value) => [value])
const bytes = (...values: number[]) => new Uint8Array(values)

onEveryEngine((database) => {
  const { gives, fails } = casesOn(database)

  gives(
    'Base64 has lines of 76 characters, and none behind the last',
    { s: 'string?', x: 'binary?' },
    [
      ['é', bytes(255, 0)],
      ['', bytes()],
      ['a'.repeat(57), bytes(251, 240)],
      ['a'.repeat(58), bytes(1)],
      [null, null],
    ],
    ({ s, x }) => ({ text: base64(s), bytes: base64(x) }),
    {
      text: ['w6k=', '', 'YWFh'.repeat(19), `${'YWFh'.repeat(19)}\r\nYQ==`, null],
      bytes: ['/wA=', '', '+/A=', 'AQ==', null],
    },
  )
  gives(
    'Base64 read back passes over what is none',
    { s: 'string?' },
    one('YWJj\nZGVm', '****', ' YQ', 'YR==', 'YQ==!', 'Yé Q', '', null),
    ({ s }) => ({ hex: hex(unbase64(s)), strict: hex(tryToBinary(s, 'base64')) }),
    {
      hex: ['616263646566', '', '61', '61', '61', '61', '', null],
      strict: ['616263646566', null, '61', '61', null, null, '', null],
    },
  )
  gives(
    'Base64 that a format names is read strictly',
    { s: 'string' },
    one('YQ\n==', 'YW Jj', 'YWJ', ' YQ== ', 'Y Q = =', 'YQ=', '====', 'YWJj=', 'YW=J', '_-8='),
    ({ s }) => ({ hex: hex(tryToBinary(s, 'base64')) }),
    { hex: ['61', '616263', '6162', null, null, null, null, null, null, null] },
  )
  for (const bad of ['YQ=\n=', '=', '====', 'YQ==YQ==', 'YWJjY', 'Y']) {
    fails(
      `no Base64: ${JSON.stringify(bad)}`,
      { s: 'string' },
      one(bad),
      ({ s }) => ({ x: unbase64(s) }),
      ValueOutOfRange,
    )
  }
  gives(
    'texts as bytes',
    { s: 'string?' },
    one('abc', 'F', 'ß', '', null),
    ({ s }) => ({
      digits: hex(tryToBinary(s)),
      text: hex(toBinary(s, 'utf-8')),
      latin: hex(encode(s, 'ISO-8859-1')),
      back: decode(encode(s, 'ISO-8859-1'), 'ISO-8859-1'),
      utf8: decode(encode(s, 'UTF-8'), 'UTF-8'),
    }),
    {
      digits: ['0ABC', '0F', null, '', null],
      text: ['616263', '46', 'C39F', '', null],
      latin: ['616263', '46', 'DF', '', null],
      back: ['abc', 'F', 'ß', '', null],
      utf8: ['abc', 'F', 'ß', '', null],
    },
  )
  gives(
    'ASCII',
    { s: 'string?' },
    one('a~', '', null),
    ({ s }) => ({ hex: hex(encode(s, 'US-ASCII')), back: decode(encode(s, 'US-ASCII'), 'US-ASCII') }),
    { hex: ['617E', '', null], back: ['a~', '', null] },
  )
  fails('no digits', { s: 'string' }, one(' 41'), ({ s }) => ({ x: toBinary(s) }), ValueOutOfRange)
  fails(
    'no character of the set',
    { s: 'string' },
    one('日'),
    ({ s }) => ({ a: encode(s, 'US-ASCII'), b: encode(s, 'ISO-8859-1') }),
    Error,
  )
  fails(
    'no byte of the set',
    { x: 'binary' },
    one(bytes(0xe9)),
    ({ x }) => ({ a: decode(x, 'US-ASCII'), b: decode(x, 'UTF-8') }),
    Error,
  )

  gives(
    'texts in URLs',
    { s: 'string?' },
    one("a b+~-_.*!'()", 'é\n/', '', null),
    ({ s }) => ({ encoded: urlEncode(s), back: urlDecode(urlEncode(s)) }),
    {
      encoded: ['a+b%2B%7E-_.*%21%27%28%29', '%C3%A9%0A%2F', '', null],
      back: ["a b+~-_.*!'()", 'é\n/', '', null],
    },
  )
  gives(
    'texts from URLs',
    { s: 'string?' },
    one('%41+b', '%C3é', '%ED%A0%80', '%+9x', '100%', '%-1', '%e', null),
    ({ s }) => ({ text: tryUrlDecode(s) }),
    { text: ['A b', '\uFFFDé', '\uFFFD', '\tx', null, null, null, null] },
  )
  fails('a percent sign alone', { s: 'string' }, one('100%'), ({ s }) => ({ x: urlDecode(s) }), ValueOutOfRange)

  const parts: readonly UrlPart[] = ['PROTOCOL', 'AUTHORITY', 'USERINFO', 'HOST', 'PATH', 'QUERY', 'REF', 'FILE']
  const urls: Readonly<Record<string, readonly (string | null)[]>> = {
    'https://u:p@h.org:80/a/b?x=%20y#f': [
      'https',
      'u:p@h.org:80',
      'u:p',
      'h.org',
      '/a/b',
      'x=%20y',
      'f',
      '/a/b?x=%20y',
    ],
    'mailto:a@b.test?x=1#f': ['mailto', null, null, null, null, null, 'f', null],
    'http://h_x/': ['http', 'h_x', null, null, '/', null, null, '/'],
    '//h?': [null, 'h', null, 'h', '', '', null, '?'],
    '/only/path?q=3': [null, null, null, null, '/only/path', 'q=3', null, '/only/path?q=3'],
    'http:///p': ['http', null, null, null, '/p', null, null, '/p'],
    'http://u@v@h/p': ['http', 'u@v@h', null, null, '/p', null, null, '/p'],
    'http://日本.test/x': ['http', '日本.test', null, null, '/x', null, null, '/x'],
    'http://[1:2::8]:8/?a[b]': ['http', '[1:2::8]:8', null, '[1:2::8]', '/', 'a[b]', null, '/?a[b]'],
    '': [null, null, null, null, '', null, null, ''],
  }
  gives(
    'parts of URLs',
    { s: 'string?' },
    one(...Object.keys(urls), null),
    ({ s }) => Object.fromEntries(parts.map((part) => [part, parseUrl(s, part)])),
    Object.fromEntries(parts.map((part, at) => [part, [...Object.values(urls).map((row) => row[at]), null]])),
  )
  const hosts: Readonly<Record<string, string | null>> = {
    '1.2.3.4': '1.2.3.4', '1.2.3.456': null, 'a.1b': null, '1b': '1b', 'a.b.': 'a.b.', 'a.b-': null, '-a': null, 'a--b.c': 'a--b.c',
    'h:': 'h', 'h:x': null, '[::1.2.3.4]': '[::1.2.3.4]', '[fe80::1%eth0]': '[fe80::1%eth0]',
  } // biome-ignore format: one glance
  gives(
    'hosts',
    { s: 'string' },
    one(...Object.keys(hosts).map((host) => `http://${host}/`)),
    ({ s }) => ({ host: parseUrl(s, 'HOST') }),
    { host: Object.values(hosts) },
  )
  gives(
    'the value of a key',
    { s: 'string' },
    one('http://h/p?q=1&q=2', '?aq=1', '?&q=1', '?q==1#q=2', '?x=1&q=', '?q', 'http://h#?q=1'),
    ({ s }) => ({ q: parseUrl(s, 'QUERY', 'q') }),
    { q: ['1', null, '1', '=1', '', null, null] },
  )
  gives(
    'what is no URL',
    { s: 'string?' },
    one(
      'not a url',
      'http://',
      'http://h/%zz',
      'http://h/a|b',
      'http://[::1/p',
      'http://[1.2.3.4]/',
      ':b',
      '#x#y',
      '1a:b',
      null,
    ),
    ({ s }) => ({ path: tryParseUrl(s, 'PATH'), q: tryParseUrl(s, 'QUERY', 'q') }),
    { path: Array(10).fill(null), q: Array(10).fill(null) },
  )
  fails(
    'what is no URL raises',
    { s: 'string' },
    one('not a url'),
    ({ s }) => ({ x: parseUrl(s, 'HOST') }),
    ValueOutOfRange,
  )
  fails(
    'a key that would be a pattern',
    { s: 'string' },
    [],
    ({ s }) => ({ x: parseUrl(s, 'QUERY', 'a.b') }),
    InvalidArgument,
    /pattern/,
  )
})
