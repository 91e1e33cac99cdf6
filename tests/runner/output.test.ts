import { expect, test } from 'vitest'
import { finish } from './support.ts'

const SLOTS = [
  ['thread', {}],
  ['process', { timeoutMs: 60_000 }],
] as const

test.each(SLOTS)('everything that a task prints in a %s arrives whole and in order', async (_, slot) => {
  const done = await finish({
    models: {
      a: `
export const chatty = Task(async () => {
  console.log('%d apples', 3, { a: [1] })
  console.error('careful')
  process.stdout.write('no newline')
  process.stdout.write(Buffer.from([0xe2, 0x82]))
  process.stdout.write(Buffer.from([0xac, 10]), () => process.stdout.write('called back\\n'))
  await new Promise((resolve) => setTimeout(resolve))
  console.table([{ x: 1 }])
  process.stdout.write('6869', 'hex')
})`,
    },
    nodes: [{ name: 'a.chatty', ...slot }],
  })
  const told = done.events.flatMap((event) => (event.kind === 'taskPrinted' ? `${event.stream}: ${event.text}` : []))
  expect(told.slice(0, 2)).toEqual(['stdout: 3 apples { a: [ 1 ] }\n', 'stderr: careful\n'])
  expect(done.printed('a.chatty')).toMatch(/no newline€\ncalled back\n┌[\s\S]*┘\nhi$/)
})

test.each(SLOTS)('a thousand lines before a crash in a %s are all there', async (_, slot) => {
  const done = await finish({
    models: {
      a: `
export const verbose = Task(async () => {
  for (let line = 0; line < 1000; line++) console.log((line + ' ').repeat(100))
  console.log('x'.repeat(3_000_000))
  console.log('the end')
  process.exit(1)
})`,
    },
    nodes: [{ name: 'a.verbose', ...slot }],
  })
  expect(done.states).toEqual(['a.verbose crashed'])
  const lines = done.printed('a.verbose').split('\n')
  expect(lines).toHaveLength(1003)
  expect(lines[999]).toBe('999 '.repeat(100))
  expect(lines[1000]).toHaveLength(3_000_000)
  expect(lines[1001]).toBe('the end')
})

test('what a task of a slot prints late is not taken for the next one', async () => {
  const done = await finish(
    {
      models: {
        a: `
let released
const next = new Promise((resolve) => { released = resolve })
export const first = Task(async () => { void next.then(() => console.log('from the first')) })
export const second = Task(async () => {
  released()
  await new Promise((resolve) => setTimeout(resolve))
  console.log('from the second')
})`,
      },
      nodes: [{ name: 'a.first' }, { name: 'a.second', dependsOn: ['a.first'] }],
    },
    { threads: 1 },
  )
  expect(done.printed('a.first')).toBe('from the first\n')
  expect(done.printed('a.second')).toBe('from the second\n')
})

test('log lines carry plain fields, and no credentials', async () => {
  const done = await finish({
    models: {
      a: `
export const logging = Task(async ({ log }) => {
  const loop = {}
  loop.self = loop
  log.info('loaded from postgres://me:hunter2@db', { rows: 3, big: 10n, at: new Date(0), url: 'http://me:hunter2@x/' })
  log.warn('odd', { format: () => 1, loop: 1 })
  log.error('round', loop)
})`,
    },
    nodes: [{ name: 'a.logging' }],
  })
  const told = done.events.flatMap((event) => (event.kind === 'taskLogged' ? [event] : []))
  expect(told.map(({ level, message }) => `${level} ${message}`)).toEqual([
    'info loaded from postgres://me:***@db',
    'warn odd',
    'error round',
  ])
  expect(told[0]?.fields).toEqual({ rows: 3, big: '10', at: '1970-01-01T00:00:00.000Z', url: 'http://me:***@x/' })
  expect(told[2]?.fields).toEqual({ fields: expect.stringContaining('Circular') })
})

test('what the entry prints while a slot loads it is not taken for a task', async () => {
  const done = await finish({
    models: { a: `console.log('model loaded'); export const quiet = Task(async () => {})` },
    nodes: [{ name: 'a.quiet' }],
    entry: `console.log('hello from the entry'); offerApplication({ connections: { main: async () => ({ engine: { dialect: 'sqlite', async close() {} } }) }, connection: 'main' })`,
  })
  expect(done.states).toEqual(['a.quiet success'])
  expect(done.printed('a.quiet')).not.toContain('hello from the entry')
})
