/**
 * `npm run bench:models [-- --models 1000 10000] [--runs N]`: what a project of thousands of models costs, beside what the
 * compiler and `import` cost of the very same files alone. Every number is of a process of its own.
 *
 * What is compared is time of processors, the compiler's included: it stays nearly the same on a busy machine.
 */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { judge } from '../judge.ts'
import { median } from '../median.ts'
import { generateProject } from './generate.ts'

/** What a start may take, as parts of the baseline and of the first start. */
const MOST_OF_BASELINE = 2
const MOST_OF_FIRST = 0.5
/** Ten times as many models may take so many times as long: linear, and a little for memory further away. */
const MOST_GROWTH_OF_ONE = 1.25

/** The phase that no start has. */
const ALL_SQL = 'compile SQL'

interface Used {
  readonly cpuMs: number
  readonly wallMs: number
  readonly memory: number
  readonly compilerMemory: number
}

interface Phase {
  readonly name: string
  readonly cpuMs: number
  readonly wallMs: number
}

interface Result {
  readonly count: number
  readonly first: number
}

await new Command('bench:models')
  .option('--models <counts...>', 'how many models', ['1000', '10000'])
  .option('--runs <number>', 'runs that the medians are of; from 5000 models on two less', '5')
  .action(bench)
  .parseAsync()

function bench({ models, runs }: { models: string[]; runs: string }): void {
  // Within the package, whose own dependencies the library finds.
  mkdirSync('.cache', { recursive: true })
  const library = mkdtempSync(join(process.cwd(), '.cache', 'bench-library-'))
  const results: Result[] = []
  try {
    buildLibrary(library)
    for (const count of models.map(Number)) {
      results.push(benchOne(library, count, Math.max(1, Number(runs) - (count >= 5000 ? 2 : 0))))
    }
  } finally {
    rmSync(library, { recursive: true, force: true })
  }
  for (const [index, { count, first }] of results.entries()) {
    const before = results[index - 1]
    if (before === undefined) continue
    const [growth, models] = [first / before.first, count / before.count]
    judge(
      `${before.count} → ${count} models: first start ${growth.toFixed(1)} ×`,
      growth <= models * MOST_GROWTH_OF_ONE,
    )
  }
}

/** Makes a copy of the package with the scripts of this folder in its bundle: they ask parts of the library that projects use. */
function buildLibrary(folder: string): void {
  copyFileSync('package.json', join(folder, 'package.json'))
  const args = ['build.mjs', folder, ...['baseline', 'phases'].map((name) => `bench/models/${name}.ts`)]
  const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' })
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`)
}

function benchOne(library: string, count: number, runs: number): Result {
  const script = (name: string): string => join(library, 'dist/bench/models', `${name}.js`)
  const folder = mkdtempSync(join(process.cwd(), '.cache', 'bench-models-'))
  try {
    const middle = generateProject(folder, count, library)
    const list = ['app.js', 'list', '--select', `+${middle}+`]
    const runAll = (times: number, args: readonly string[], before: () => void): readonly Used[] =>
      Array.from({ length: times }, () => {
        before()
        return run(folder, args).used
      })
    const anew = (): void => rmSync(join(folder, '.cache'), { recursive: true, force: true })
    console.log(`\n${count} models, ${2 * count} tests; medians of ${runs} runs`)
    const baseline = report('baseline: compile, import', runAll(runs, [script('baseline')], anew))
    const first = report('first start: list', runAll(runs, list, anew))
    const second = report(
      'second start: list',
      runAll(runs, list, () => {}),
    )
    const { phases } = run(folder, [script('phases'), middle])
    for (const { name, cpuMs, wallMs } of phases) {
      console.log(`    ${name.padEnd(24)} ${ms(cpuMs)} CPU ${ms(wallMs)} wall`)
    }
    const times = (a: number, b: number): string => (a / b).toFixed(2)
    const wall = times(first.wallMs, baseline.wallMs)
    judge(
      `  first start ${times(first.cpuMs, baseline.cpuMs)} × the baseline (${wall} × by the clock)`,
      first.cpuMs <= MOST_OF_BASELINE * baseline.cpuMs,
    )
    judge(`  second start ${times(second.cpuMs, first.cpuMs)} × the first`, second.cpuMs <= MOST_OF_FIRST * first.cpuMs)
    // Of one model it is made when somebody asks; of all of them it is a command of its own.
    const sql = phases.find(({ name }) => name === ALL_SQL)?.cpuMs ?? Number.NaN
    console.log(`  with the SQL of every model ${times(first.cpuMs + sql, baseline.cpuMs)} × the baseline`)
    return { count, first: first.cpuMs }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Prints medians, and gives those of the times. */
function report(what: string, used: readonly Used[]): Pick<Used, 'cpuMs' | 'wallMs'> {
  const cpuMs = median(used.map((one) => one.cpuMs))
  const wallMs = median(used.map((one) => one.wallMs))
  const memory = median(used.map((one) => one.memory))
  const compiler = median(used.map(({ compilerMemory }) => compilerMemory))
  console.log(
    `  ${what.padEnd(26)} ${ms(cpuMs)} CPU ${ms(wallMs)} wall   peak ${mb(memory)} + compiler ${mb(compiler)}`,
  )
  return { cpuMs, wallMs }
}

function run(folder: string, args: readonly string[]): { used: Used; phases: readonly Phase[] } {
  const start = performance.now()
  const usage = join(process.cwd(), 'bench/models/tell-usage.mjs')
  const { status, output } = spawnSync(process.execPath, ['--import', usage, ...args], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'pipe', 'pipe', 'pipe', 'pipe'],
  })
  const wallMs = performance.now() - start
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}: ${output[2] ?? ''}`)
  const used = { ...(JSON.parse(output[3] ?? '') as Omit<Used, 'wallMs'>), wallMs }
  return { used, phases: output[4] ? (JSON.parse(output[4]) as Phase[]) : [] }
}

function ms(value: number): string {
  return `${value.toFixed(0).padStart(6)} ms`
}

function mb(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(0)} MB`
}
