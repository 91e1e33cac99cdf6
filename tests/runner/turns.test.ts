import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createTurns } from '../../src/runner/turns.ts'
import { finish } from './support.ts'

test('turns are given one at a time for each file, in the order of asking', () => {
  const turns = createTurns<string>()
  const given: string[] = []
  const ask = (holder: string, turn: number, resource = 'data.db') =>
    turns.acquire({ holder, turn }, resource, () => given.push(`${holder}${turn}`))
  ask('a', 1)
  ask('b', 1)
  ask('a', 2)
  ask('c', 1, 'other.db')
  expect(given).toEqual(['a1', 'c1'])
  turns.release({ holder: 'a', turn: 1 })
  expect(given).toEqual(['a1', 'c1', 'b1'])
  // Leaving the queue, and giving back what is not held, change nothing for others.
  turns.release({ holder: 'a', turn: 2 })
  turns.release({ holder: 'a', turn: 1 })
  ask('d', 1)
  turns.forget('b')
  expect(given).toEqual(['a1', 'c1', 'b1', 'd1'])
})

test('never two holders of one file, and nobody is forgotten', () => {
  const step = fc.record({
    holder: fc.constantFrom('a', 'b', 'c'),
    dies: fc.boolean(),
    file: fc.constantFrom('x', 'y'),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const turns = createTurns<string>()
      const holding: { holder: string; turn: number; file: string }[] = []
      const waiting = new Set<number>()
      const leave = (holder: string, turn: number | undefined) => {
        for (const held of [...holding]) {
          if (held.holder === holder && (turn === undefined || held.turn === turn))
            holding.splice(holding.indexOf(held), 1)
        }
      }
      steps.forEach(({ holder, dies, file }, turn) => {
        waiting.add(turn)
        turns.acquire({ holder, turn }, file, () => {
          expect(holding.filter((held) => held.file === file)).toEqual([])
          waiting.delete(turn)
          holding.push({ holder, turn, file })
        })
        if (!dies) return
        leave(holder, undefined)
        steps.slice(0, turn + 1).forEach((earlier, n) => {
          if (earlier.holder === holder) waiting.delete(n)
        })
        turns.forget(holder)
      })
      while (holding.length > 0) {
        const { holder, turn } = holding[0] as { holder: string; turn: number }
        leave(holder, turn)
        turns.release({ holder, turn })
      }
      expect([...waiting]).toEqual([])
    }),
  )
})

const GATE = JSON.stringify(new URL('../../dist/engine/write-gate.js', import.meta.url).href)

test('threads and processes of a run write one file one after the other', async () => {
  const model = `
import { appendFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
const { whileWriting } = await import(${GATE})
const writer = (name) => Task(async ({ signal }) => {
  for (let n = 0; n < 20; n++) {
    await whileWriting(root + '/data.db', signal, async () => {
      appendFileSync(root + '/log', name + ' in\\n')
      await wait(1)
      appendFileSync(root + '/log', name + ' out\\n')
    })
  }
})
export const one = writer('one')
export const two = writer('two')
export const three = writer('three')
export const dies = Task(async ({ signal }) => whileWriting(root + '/data.db', signal, async () => process.exit(1)))
export const reads = Task(async () => { console.log((await import('node:fs')).readFileSync(root + '/log', 'utf8')) })`
  const done = await finish(
    {
      models: { a: model },
      nodes: [
        { name: 'a.one' },
        { name: 'a.two', timeoutMs: 60_000 },
        { name: 'a.dies' },
        { name: 'a.three' },
        { name: 'a.reads', dependsOn: ['a.one', 'a.two', 'a.three'] },
      ],
    },
    { threads: 4 },
  )
  expect(done.states).toEqual([
    'a.one success',
    'a.two success',
    'a.dies crashed',
    'a.three success',
    'a.reads success',
  ])
  const lines = done.printed('a.reads').trim().split('\n')
  expect(lines).toHaveLength(120)
  for (let n = 0; n < lines.length; n += 2) expect(lines[n + 1]).toBe(lines[n]?.replace(' in', ' out'))
})

test('whoever waits for the turn gives up when its signal is aborted', async () => {
  const controller = new AbortController()
  const done = await finish(
    {
      models: {
        // Which of the two is first is nobody's to say: the other one waits.
        a: `
const { whileWriting } = await import(${GATE})
const writer = () => Task(async ({ signal }) => {
  const turn = whileWriting('/x', signal, () => new Promise((_, reject) => {
    console.log('held')
    signal.addEventListener('abort', () => reject(signal.reason))
  }))
  console.log('asked')
  await turn
})
export const one = writer()
export const two = writer()`,
      },
      nodes: [{ name: 'a.one' }, { name: 'a.two' }],
    },
    {
      signal: controller.signal,
      onEvent: (() => {
        let said = ''
        return (event) => {
          if (event.kind === 'taskPrinted') said += event.text
          if (said.includes('held') && said.split('asked').length > 2) controller.abort()
        }
      })(),
    },
  )
  expect(done.states).toEqual(['a.one cancelled', 'a.two cancelled'])
  expect(new Set([done.printed('a.one'), done.printed('a.two')])).toEqual(new Set(['asked\n', 'asked\nheld\n']))
})
