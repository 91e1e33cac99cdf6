/**
 * `npm run bench:types [-- --runs N --models N]`: what type-checking a project costs, in Millrace and in Kysely, under both
 * compilers: twenty models of thirty operations over tables of fifty columns.
 *
 * Both libraries are read as their users read them, from their declarations. Their runs alternate, so that a machine's
 * other work meets both: times of a busy machine vary by half, their ratios much less, instantiations not at all.
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { judge } from '../judge.ts'
import { median } from '../median.ts'
import { flat } from './flat.ts'
import { nested } from './nested.ts'
import { type Library, preludes } from './tables.ts'

/** What Millrace's program may take beyond importing Millrace, and how much of Kysely's time. */
const MOST_INSTANTIATIONS = 400_000
const SHAPES = [
  { name: 'flat', models: flat, mostOfKysely: 0.5 },
  { name: 'nested', models: nested, mostOfKysely: 0.2 },
]
const COMPILERS = [
  { name: 'TypeScript 7', path: 'node_modules/typescript/bin/tsc' },
  { name: 'TypeScript 5.9', path: 'node_modules/typescript-5.9/node_modules/typescript/bin/tsc' },
]
/** From the programs' folder, two below the project's root. */
const INDEX = '../../dist/index.js'

interface Checked {
  readonly seconds: number
  readonly instantiations: number
  readonly memoryMb: number
}

await new Command('bench:types')
  .option('--runs <number>', 'runs that the medians are of', '5')
  .option('--models <number>', 'how many models; the limits are for twenty', '20')
  .action(({ runs, models }: { runs: string; models: string }) => bench(Number(runs), Number(models)))
  .parseAsync()

function bench(runs: number, models: number): void {
  mkdirSync('.cache', { recursive: true })
  const folder = mkdtempSync(join(process.cwd(), '.cache', 'bench-types-'))
  try {
    writePrograms(folder, models)
    for (const { name, path } of COMPILERS) {
      console.log(`\n${name}, ${models} models; medians of ${runs} runs`)
      const importing = check(path, folder, 'import-millrace')
      tell('import alone', importing)
      for (const shape of SHAPES) {
        const { millrace, kysely } = alternated(runs, (library) => check(path, folder, `${shape.name}-${library}`))
        tell(`${shape.name}: Millrace`, millrace)
        tell(`${shape.name}: Kysely`, kysely)
        const ratio = millrace.seconds / kysely.seconds
        judge(`  ${shape.name}: ${ratio.toFixed(2)} × Kysely's time`, ratio <= shape.mostOfKysely)
        const counted = millrace.instantiations - importing.instantiations
        judge(`  ${shape.name}: ${counted} instantiations beyond the import`, counted <= MOST_INSTANTIATIONS)
      }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function writePrograms(folder: string, models: number): void {
  const write = (name: string, text: string): void => {
    writeFileSync(join(folder, `${name}.ts`), `${text}\n`)
    const compilerOptions = {
      target: 'es2023',
      lib: ['es2023', 'esnext.disposable'],
      types: ['node'],
      module: 'nodenext',
      strict: true,
      // As new projects have it: the declarations of others are the same work for both.
      skipLibCheck: true,
      noEmit: true,
    }
    writeFileSync(join(folder, `${name}.json`), JSON.stringify({ compilerOptions, files: [`${name}.ts`] }))
  }
  write('import-millrace', `import { Session } from '${INDEX}'\nexport const imported = Session`)
  for (const shape of SHAPES) {
    for (const library of ['millrace', 'kysely'] as const) {
      const texts = Array.from({ length: models }, (_, model) => shape.models[library](model))
      write(`${shape.name}-${library}`, [preludes[library](models, INDEX), ...texts].join('\n'))
    }
  }
}

/** The medians of both libraries, whose runs take turns. */
function alternated(runs: number, checkOne: (library: Library) => Checked): Readonly<Record<Library, Checked>> {
  const all = Array.from({ length: runs }, () => ({ millrace: checkOne('millrace'), kysely: checkOne('kysely') }))
  const medians = (library: Library): Checked => ({
    seconds: median(all.map((one) => one[library].seconds)),
    instantiations: median(all.map((one) => one[library].instantiations)),
    memoryMb: median(all.map((one) => one[library].memoryMb)),
  })
  return { millrace: medians('millrace'), kysely: medians('kysely') }
}

/** Type-checks one program. @throws where it has errors: what is refused is not what is compared */
function check(compiler: string, folder: string, name: string): Checked {
  const args = [compiler, '-p', join(folder, `${name}.json`), '--extendedDiagnostics', '--pretty', 'false']
  const { status, stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', maxBuffer: 2 ** 26 })
  if (status !== 0) throw new Error(`${name} does not type-check:\n${stdout.split('\n').slice(0, 20).join('\n')}`)
  const figure = (label: string): number => Number(new RegExp(`^${label}:\\s+([\\d.]+)`, 'm').exec(stdout)?.[1])
  return {
    seconds: figure('Check time'),
    instantiations: figure('Instantiations'),
    memoryMb: figure('Memory used') / 1024,
  }
}

function tell(what: string, { seconds, instantiations, memoryMb }: Checked): void {
  const count = instantiations.toString().padStart(10)
  console.log(
    `  ${what.padEnd(18)} check ${seconds.toFixed(2).padStart(6)} s ${count} instantiations ${memoryMb.toFixed(0).padStart(5)} MB`,
  )
}
