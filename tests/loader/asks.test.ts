import { describe, expect, test } from 'vitest'
import { isSelfContained } from '../../src/loader/asks.ts'

const holds = (text: string, packages: readonly string[] = ['millrace']): boolean =>
  isSelfContained({ code: Buffer.from(text), packages })

describe('models ask somebody', () => {
  test.each([
    'const x = process.env.HOME',
    'const x = { ...process.env }',
    'const x = [...globalThis.y]',
    'process.cwd()',
    'const now = Date.now()',
    'const x = new Date("2026-01-31")',
    'const x = performance.now()',
    'const x = Math.random()',
    'const { random } = Math',
    'const x = Math["random"]()',
    'const x = (0.5).toLocaleString()',
    'const x = name.toLocaleUpperCase()',
    'list.sort((a, b) => a.localeCompare(b))',
    'const x = new Intl.NumberFormat()',
    'const x = eval("1 + 1")',
    'const x = new Function("return 1")()',
    'const x = (() => {}).constructor("return 1")()',
    'const x = import.meta.url',
    'const x = import . meta.url',
    'const x = require("fs")',
    'const x = typeof require !== "undefined"',
    'const x = __dirname',
    'const x = await fetch("http://x")',
    'const x = crypto.randomUUID()',
    'queueMicrotask(() => {})',
    'setTimeout(() => {}, 1)',
    'const x = new WeakRef({})',
    'const x = await import(name)',
    'const x = await import(/* later */ name)',
    'x = a ? process : b',
  ])('%s', (text) => expect(holds(text)).toBe(false))

  test.each([['node:fs'], ['fs'], ['lodash'], ['millrace/testing'], ['../connections/sqlite.js']])(
    'through %s',
    (name) => expect(holds('const x = 1', ['millrace', name])).toBe(false),
  )
})

describe('models ask nobody', () => {
  test.each([
    'const x = col("process")',
    "const x = col('Date')",
    'const x = o.fetch.eq(1)',
    'const x = o?.performance',
    'const processed = 1, preprocess = 2, $process = 3',
    'const x = Object.keys({}).map((key) => parseInt(key, 10))',
    'const x = new Map([[1, JSON.stringify({})]])',
    'const x = Math.max(1, 2)',
    'const x = await import("millrace/sqlite")',
    'class A { constructor() {} }',
    'const x = 1\n//# sourceMappingURL=data:application/json;base64,process',
  ])('%s', (text) => expect(holds(text)).toBe(true))

  test('through modules that only compute', () =>
    expect(holds('const x = 1', ['node:path', 'util', 'millrace', 'millrace/sqlite'])).toBe(true))
})
