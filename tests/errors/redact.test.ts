import { expect, test } from 'vitest'
import { redact } from '../../src/errors/redact.ts'

test.each([
  ['postgres://me:hunter2@db:5432/x failed', 'postgres://me:***@db:5432/x failed'],
  ['mssql://sa:p@ss/w0rd@host', 'mssql://sa:***@host'],
  ['postgres://me:p@ss@db/x', 'postgres://me:***@db/x'],
  ['postgres://:hunter2@db/x', 'postgres://:***@db/x'],
  ['host=db password=hunter2 user=me', 'host=db password=*** user=me'],
  ["PASSWORD 'x' password='two words' next", "PASSWORD 'x' password='***' next"],
  ['{"password":"a\\"b","user":"me"}', '{"password":"***","user":"me"}'],
  ['client_secret: abc, api_key=def; ok', 'client_secret: ***, api_key=***; ok'],
  ['Authorization: Bearer abcdefghijkl', 'Authorization: Bearer ***'],
  ['http://me:hunter2@example.org/a@b', 'http://me:***@example.org/a@b'],
  ['https://example.org/a:b@c and 12:30', 'https://example.org/a:b@c and 12:30'],
  ['the password is wrong', 'the password is wrong'],
])('%s', (text, clean) => {
  expect(redact(text, {})).toBe(clean)
})

test('values of secret variables are found wherever they stand', () => {
  const environment = { PGPASSWORD: 'correct horse', DATABASE_URL: 'postgres://me:b%40ttery@db/x', HOME: '/root/home' }
  expect(redact('login failed for correct horse with b@ttery in /root/home', environment)).toBe(
    'login failed for *** with *** in /root/home',
  )
})
