import { expect, test } from 'vitest'
import { finish } from './support.ts'

/** Runs tasks that all fail, each on its own, and gives their failures by export. */
async function failures(body: string, names: readonly string[]) {
  const done = await finish({ models: { a: body }, nodes: names.map((name) => ({ name: `a.${name}` })) })
  return { done, of: (name: string) => done.task(`a.${name}`).failure }
}

test('whatever is thrown becomes a failure that says something', async () => {
  const { done, of } = await failures(
    `
export const text = Task(async () => { throw 'just text' })
export const nothing = Task(async () => { throw undefined })
export const plain = Task(async () => { throw { status: 500 } })
export const sync = Task(() => { throw new RangeError('at once') })
export const caused = Task(async () => { throw new Error('outer', { cause: new Error('inner') }) })
export const empty = Task(async () => { throw Object.assign(new Error(''), { code: 'EPIPE' }) })
export const many = Task(async () => { throw new AggregateError([new Error('one'), 'two'], '') })`,
    ['text', 'nothing', 'plain', 'sync', 'caused', 'empty', 'many'],
  )
  expect(new Set(done.states.map((state) => state.split(' ')[1]))).toEqual(new Set(['failed']))
  expect(of('text')).toMatchObject({ code: 'NotAnError', message: 'the task threw "just text", which is not an Error' })
  expect(of('nothing')?.message).toBe('the task threw undefined, which is not an Error')
  expect(of('plain')?.message).toBe('the task threw {"status":500}, which is not an Error')
  expect(of('sync')).toMatchObject({ code: 'RangeError', message: 'at once', at: 'models/a.mjs:5:40' })
  expect(of('caused')?.message).toBe('outer (cause: inner)')
  expect(of('empty')).toMatchObject({ code: 'EPIPE', message: 'EPIPE' })
  expect(of('many')?.message).toBe('one; "two"')
})

test('the stack holds the frames of the user alone', async () => {
  const { of } = await failures(
    `
function deeper() { throw new Error('deep') }
export const deep = Task(async () => { await null; [1].forEach(() => deeper()) })`,
    ['deep'],
  )
  expect(of('deep')?.stack).toEqual(['deeper (models/a.mjs:2:27)', 'models/a.mjs:3:70', 'models/a.mjs:3:56'])
})

test('a statement and its bindings are fields, short and without credentials', async () => {
  const { of } = await failures(
    `
export const query = Task(async () => {
  throw Object.assign(new Error('no such table'), {
    code: 'SQLITE_ERROR', sql: "SELECT dblink('postgres://me:hunter2@db')",
    bindings: ['x'.repeat(500), 10n, new Date(0), null, Buffer.alloc(3), 'password=hunter2', ...Array(50).fill(1)],
  })
})`,
    ['query'],
  )
  expect(of('query')).toMatchObject({ code: 'SQLITE_ERROR', sql: "SELECT dblink('postgres://me:***@db')" })
  expect(of('query')?.bindings?.slice(0, 6)).toEqual([
    `"${'x'.repeat(58)}…`,
    '10',
    '1970-01-01T00:00:00.000Z',
    'null',
    '<3 bytes>',
    '"password=***"',
  ])
  expect(of('query')?.bindings?.at(-1)).toBe('… and 36 more')
})

test('a result that cannot leave its slot names the culprit; plain ones may be anything', async () => {
  const { done, of } = await failures(
    `
export const fine = Task(async () => { const loop = { when: new Date(), tags: new Set(['a']) }; loop.self = loop; return loop })
export const method = Task(async () => ({ rows: [{ ok: 1 }, { format: () => 'x' }] }))
export const symbol = Task(async () => ({ 'odd key': Symbol('s') }))
export const proxy = Task(async () => ({ frame: new Proxy({}, {}) }))
export const promise = Task(async () => ({ later: Promise.resolve(1) }))
export const inMap = Task(async () => new Map([['a', () => 1]]))`,
    ['fine', 'method', 'symbol', 'proxy', 'promise', 'inMap'],
  )
  expect(done.task('a.fine').state).toBe('success')
  expect(of('method')).toMatchObject({
    code: 'UnserialisableResult',
    message: 'the task returned something that cannot leave it: result.rows[1].format is a function',
  })
  expect(of('symbol')?.message).toContain('result["odd key"] is a symbol')
  expect(of('proxy')?.message).toContain('result.frame is a proxy')
  expect(of('promise')?.message).toContain('result.later is a promise')
  expect(of('inMap')?.message).toContain('is a function')
})

test('exceptions that no promise carries fail the task whose they are', async () => {
  const { done, of } = await failures(
    `
const never = () => new Promise(() => {})
export const callback = Task(async () => { setTimeout(() => { throw new Error('in a callback') }); await never() })
export const rejection = Task(async () => { void Promise.reject(new Error('nobody listens')); await never() })
export const parting = Task(async () => { void Promise.reject(new Error('at the last moment')) })
export const emitter = Task(async () => { const { EventEmitter } = await import('node:events'); setImmediate(() => new EventEmitter().emit('error', new Error('an event'))); await never() })
export const good = Task(async () => {})`,
    ['callback', 'rejection', 'parting', 'emitter', 'good'],
  )
  expect(done.states).toEqual([
    'a.callback failed',
    'a.rejection failed',
    'a.parting failed',
    'a.emitter failed',
    'a.good success',
  ])
  expect(of('callback')).toMatchObject({ message: 'in a callback', at: 'models/a.mjs:3:69' })
  expect(of('rejection')?.message).toBe('nobody listens')
  expect(of('parting')?.message).toBe('at the last moment')
  expect(of('emitter')?.message).toBe('an event')
})

test('an exception that comes after its task has ended is told under its name and harms no other', async () => {
  const done = await finish(
    {
      models: {
        a: `
let release
const next = new Promise((resolve) => { release = resolve })
export const first = Task(async () => { void next.then(() => { throw new Error('too late') }) })
export const second = Task(async () => { release(); await new Promise((resolve) => setTimeout(resolve)); console.log(globalThis.used = 'first slot') })
export const third = Task(async () => { console.log(globalThis.used ?? 'fresh slot') })`,
      },
      nodes: [
        { name: 'a.first' },
        { name: 'a.second', dependsOn: ['a.first'] },
        { name: 'a.third', dependsOn: ['a.second'] },
      ],
    },
    { threads: 1 },
  )
  expect(done.states).toEqual(['a.first success', 'a.second success', 'a.third success'])
  // Where something of an earlier task still lives, no further task is run.
  expect(done.printed('a.third')).toBe('fresh slot\n')
  const warnings = done.events.flatMap((event) => (event.kind === 'warning' ? event.message : []))
  expect(warnings).toEqual(['a.first threw after it had ended: too late at models/a.mjs:4:70'])
})
