/** Parameters and intervals from the command line to the task, and what of them is remembered. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { withoutValues } from '../../src/cli/param-arguments.ts'
import { makeProject, type Output, type Project } from './project.ts'

const TOLD =
  "({ params, interval }) => void console.log('told ' + JSON.stringify({ params, interval, thread: !isMainThread }))"
/** `daily` runs in a thread; `weekly`, which can time out, in a process of its own. */
const SHOP = {
  'models/shop.ts': `import { isMainThread } from 'node:worker_threads'
import { Daily, Task, param, Weekly } from 'millrace'
const currency = param.string('EUR')
export const daily = Task({ runsOn: Daily(), params: { currency, least: param.int(1) } }, ${TOLD})
export const weekly = Task({ runsOn: Weekly(), timeout: '1m', params: { currency, full: param.boolean(false) } }, ${TOLD})
export const plain = Task({ ttlMinutes: 60 }, ${TOLD})
`,
}
const NOW = ['--now', '2026-11-21T09:30:00Z']

interface Told {
  readonly params: Readonly<Record<string, unknown>>
  readonly interval: { readonly start: string; readonly end: string }
  readonly thread: boolean
}
/** What each task that ran was given. */
function told({ stdout }: Output): Readonly<Record<string, Told>> {
  const blocks = stdout.matchAll(/^── (\w+) .*\ntold (.*)$/gm)
  return Object.fromEntries([...blocks].map(([, task = '', text = '']) => [task, JSON.parse(text) as Told]))
}
const between = (start: string, end: string) => ({ start: `${start}T00:00:00.000Z`, end: `${end}T00:00:00.000Z` })

describe('a run gives', () => {
  test('defaults, and the interval of each schedule', async () => {
    const ran = await makeProject(SHOP).run(['run', ...NOW])
    expect(ran.code, ran.stderr).toBe(0)
    expect(told(ran)).toEqual({
      daily: { params: { currency: 'EUR', least: 1 }, interval: between('2026-11-20', '2026-11-21'), thread: true },
      weekly: {
        params: { currency: 'EUR', full: false },
        interval: between('2026-11-09', '2026-11-16'),
        thread: false,
      },
      plain: { params: {}, interval: between('2026-11-20', '2026-11-21'), thread: true },
    })
  }, 60_000)

  test('what the command line says, typed, to threads and processes', async () => {
    const project = makeProject(SHOP)
    const params = ['--param', 'currency=USD', '--param', 'weekly.currency=a=b.c', '--param', 'shop.weekly.full=true']
    const ran = await project.run(['build', ...params, '--param=daily.least=5', '--interval', '2026-01-01/2026-02-01'])
    expect(ran.code, ran.stderr).toBe(0)
    const interval = between('2026-01-01', '2026-02-01')
    expect(told(ran)).toEqual({
      daily: { params: { currency: 'USD', least: 5 }, interval, thread: true },
      weekly: { params: { currency: 'a=b.c', full: true }, interval, thread: false },
      plain: { params: {}, interval, thread: true },
    })
  }, 60_000)
})

test('a method is given its parameters, and what a schema makes of the text', async () => {
  const project = makeProject({
    'models/reports.ts': `import { Task, type StandardSchema, type TaskContext } from 'millrace'
const list: StandardSchema<readonly string[], ReadonlySet<string>> = {
  '~standard': {
    version: 1,
    vendor: 'homemade',
    validate: async (value) => Array.isArray(value) ? { value: new Set(value) } : { issues: [{ message: 'no list' }] },
  },
}
const params = { places: list }
export class Reports {
  @Task({ params, retry: { times: 1, delay: '1ms' } })
  static async levels({ params: { places }, attempt, interval }: TaskContext<typeof params>) {
    console.log(attempt, places, interval.end.getTime())
    // What one attempt does to a date is nothing to the next.
    interval.end.setTime(0)
    if (attempt === 1) throw new Error('again')
  }
}`,
  })
  const args = ['--now', '2026-01-02', '--param', 'Reports.levels.places=["weir","wheel"]']
  const ran = await project.run(['run', ...args])
  expect(ran.code, ran.stderr).toBe(0)
  const end = Date.parse('2026-01-02')
  expect(ran.stdout.match(/^\d .*$/gm)).toEqual([1, 2].map((attempt) => `${attempt} Set(2) { 'weir', 'wheel' } ${end}`))
  const refused = await project.run(['run', '--param', 'places=weir'])
  expect([refused.code, refused.stderr]).toEqual([
    2,
    expect.stringContaining('the parameter Reports.levels.places (homemade schema): no list'),
  ])
}, 60_000)

test('a success counts for what it was given', async () => {
  const project = makeProject(SHOP)
  const select = ['--select', 'daily', 'plain', ...NOW]
  const states = async (...more: readonly string[]): Promise<readonly string[]> => {
    const { stdout, stderr, code } = await project.run(['run', '--dry-run', ...select, ...more])
    expect(code, stderr).toBe(0)
    return [...stdout.matchAll(/^L0 {2}(\w+) +(.*)$/gm)].map(([, name, what]) => `${name} ${what}`)
  }
  const once = await project.run(['run', ...select])
  expect(once.code, once.stderr).toBe(0)
  const done = [
    'daily skipped  daily: done on 2026-11-21, due 2026-11-22; --force runs it',
    expect.stringMatching(/^plain kept {2}ttl 60 min/),
  ]
  expect(await states()).toEqual(done)
  // The defaults are the defaults, also where somebody writes them; so is the interval.
  expect(await states('--param', 'currency=EUR')).toEqual(done)
  expect(await states('--interval', '2026-11-20/2026-11-21')).toEqual(done)
  expect(await states('--param', 'currency=USD')).toEqual([
    'daily run  other parameters than at its last success',
    expect.stringMatching(/^plain kept/),
  ])
  const january = ['--interval', '2026-01-01/2026-02-01']
  const another = [
    'daily run  another interval than at its last success',
    'plain run  another interval than at its last success',
  ]
  expect(await states(...january)).toEqual(another)

  const other = await project.run(['run', ...select, ...january, '--param', 'currency=USD'])
  expect(other.code, other.stderr).toBe(0)
  expect(await states(...january, '--param', 'currency=USD')).toEqual(done)
  expect(await states()).toEqual([
    'daily run  other parameters and another interval than at its last success',
    another[1],
  ])

  // A default is a part of the definition: it ends a ttl, and a schedule waits all the same.
  const again = await project.run(['run', ...select])
  expect(again.code, again.stderr).toBe(0)
  project.write({ 'models/shop.ts': SHOP['models/shop.ts'].replace("'EUR'", "'CHF'") })
  const { stdout, stderr } = await project.run(['run', '--dry-run', ...select])
  expect(stderr).toContain('daily: code (models/shop.ts), options (default of params.currency)')
  expect(stdout).toContain('daily: done on 2026-11-21')
}, 120_000)

describe('refused before anything runs', () => {
  const NEEDY = {
    ...SHOP,
    'models/needy.ts': `import { isMainThread } from 'node:worker_threads'
import { Task, param } from 'millrace'
export const exported = Task({ params: { region: param.string(), day: param.date(), sides: param.int(6) } }, ${TOLD})
export const off = Task({ enabled: false, params: { nobody: param.string() } }, ${TOLD})
`,
  }
  const given = ['--param', 'exported.region=north', '--param', 'exported.day=2026-01-31']

  test.each<[string, readonly string[], readonly string[]]>([
    [
      'a parameter that nobody gave',
      ['--select', 'exported', 'off'],
      [
        'error exported needs its parameter region (string)\nexported needs its parameter day (date)',
        'hint --param exported.region=TEXT --param exported.day=2026-01-31',
      ],
    ],
    [
      'a value of another type',
      [...given, '--param', 'sides=secret'],
      ['the parameter exported.sides (int): expected a whole number'],
    ],
    [
      'a name that no task has',
      [...given, '--param', 'curency=USD'],
      ['no selected task has a parameter "curency"', 'Did you mean "currency"?', 'daily.currency, daily.least'],
    ],
    [
      'a name that the task does not have',
      [...given, '--param', 'daily.curency=USD'],
      ['daily has no parameter "curency"', 'Did you mean "currency"?', 'Its parameters are currency, least'],
    ],
    [
      'a task that there is not',
      [...given, '--param', 'dayly.currency=USD'],
      ['there is no task "dayly"', 'Did you mean "daily"?', 'tasks with parameters are'],
    ],
    [
      'a task that is not selected',
      ['--select', 'plain', '--param', 'daily.currency=USD'],
      ['no selected task has a parameter "currency"', 'daily has it, and is not selected'],
    ],
    ['the same twice', [...given, '--param', 'needy.exported.day=2026-01-01'], ['needy.exported.day is given twice']],
    ['no value', ['--param', 'secret'], ['--param takes NAME=VALUE']],
    ['no interval', [...given, '--interval', '2026-01-01'], ['"2026-01-01" is no START/END', '2026-01-01/2026-02-01']],
    ['an interval that ends first', [...given, '--interval', '2026-02-01/2026-01-01'], ['is not before 2026-01-01']],
  ])(
    '%s',
    async (_, args, said) => {
      const project = makeProject(NEEDY)
      const { code, stdout, stderr } = await project.run(['run', ...args])
      expect([code, stdout]).toEqual([2, ''])
      for (const part of said) expect(stderr.replaceAll(/^ +/gm, '')).toContain(part)
      expect(stderr).not.toContain('secret')
      expect(stderr).not.toContain('running')
    },
    60_000,
  )

  test('plan refuses the same, and list tells what there is', async () => {
    const project = makeProject(NEEDY)
    expect(await project.run(['plan'])).toMatchObject({ code: 2, stdout: '' })
    expect(await project.run(['plan', ...given])).toMatchObject({ code: 0 })
    const { stdout } = await project.run(['list', '--json', '--select', 'exported'])
    expect(JSON.parse(stdout)).toMatchObject({
      params: {
        region: { type: 'string', has_default: false },
        day: { type: 'date', has_default: false },
        sides: { type: 'int', has_default: true },
      },
    })
  }, 60_000)
})

test('sql calls the task with what it is given', async () => {
  const project = makeProject({
    'models/shop.ts': `import { Task, param } from 'millrace'
export const daily = Task({ params: { currency: param.string() } }, async ({ session, params, interval }) => {
  await session.sql\`select \${params.currency} as currency, \${interval.end} as until\`.show()
})`,
  })
  const { code, stdout, stderr } = await project.run([
    'sql',
    'daily',
    '--param',
    'currency=USD',
    '--interval',
    '2026-01-01/2026-02-01',
  ])
  expect(code, stderr).toBe(0)
  expect(stdout).toContain('-- 1: "USD"')
  expect(stdout).toContain('2026-02-01')
  expect(await project.run(['sql', 'daily'])).toMatchObject({ code: 2 })
}, 60_000)

/** Every byte that a project keeps beside its own files. */
function keptBy({ root }: Project): string {
  const folders = ['.millrace', 'target', '.cache'].map((name) => join(root, name))
  const files = folders.flatMap((folder) => {
    try {
      return readdirSync(folder, { recursive: true, withFileTypes: true })
    } catch {
      return []
    }
  })
  return files
    .filter((entry) => entry.isFile() && !/bundle|models-/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n')
}

test('values are neither told nor kept', async () => {
  const project = makeProject({
    'models/shop.ts': `import { Task, param } from 'millrace'
export const daily = Task({ params: { token: param.string(process.env.TOKEN ?? 'none') } }, ({ params }) => void console.log(params.token.length))`,
  })
  const ran = await project.run(['run', '--param', 'token=open-sesame'], { TOKEN: 'swordfish' })
  expect(ran.code, ran.stderr).toBe(0)
  expect(ran.stdout).toContain('11')
  expect(`${ran.stdout}${ran.stderr}`).not.toMatch(/open-sesame|swordfish/)
  const kept = keptBy(project)
  expect(kept).toContain('token=…')
  expect(kept).not.toMatch(/open-sesame|swordfish/)
}, 60_000)

test.each([
  [
    ['run', '--param', 'a=1', '--force'],
    ['run', '--param', 'a=…', '--force'],
  ],
  [
    ['run', '--param=a=1=2'],
    ['run', '--param=a=…'],
  ],
  [
    ['run', '--param', 'a=1\n2'],
    ['run', '--param', 'a=…'],
  ],
  [
    ['run', '-s', 'a=1'],
    ['run', '-s', 'a=1'],
  ],
])('%j is told as %j', (argv, shown) => {
  expect(withoutValues(argv)).toEqual(shown)
})
