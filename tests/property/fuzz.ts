/** `npm run fuzz -- --minutes N [--seed S] [--engine E]`: random programs on every engine until the time is over. */
import { Command } from 'commander'
import { ENGINE_NAMES, type EngineName, openEngine } from '../oracle/engines.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { report } from './report.ts'
import { search } from './search.ts'
import { subject } from './subject.ts'

const options = new Command('fuzz')
  .description('Compares the engines with a model in memory, on random programs.')
  .option('--minutes <number>', 'how long', '10')
  .option('--seed <number>', 'the first seed; the clock gives one')
  .option('--engine <name>', `one of ${ENGINE_NAMES.join(', ')}`)
  .parse()
  .opts<{ minutes: string; seed?: string; engine?: string }>()

/** Programs a seed: then a new one, with new tables. */
const RUNS = 500
const names = ENGINE_NAMES.filter((name) => options.engine === undefined || name === options.engine)
if (names.length === 0) throw new Error(`no engine is called ${options.engine}`)
const until = Date.now() + Number(options.minutes) * 60_000
let seed = options.seed === undefined ? Date.now() % 1_000_000_000 : Number(options.seed)
const server = names.includes('postgres' as EngineName) ? await startPostgres() : undefined
const opened = await Promise.all(
  names.map((name) =>
    openEngine(name, async () => `postgres://${server?.user}@${server?.host}:${server?.port}/postgres`),
  ),
)
let programs = 0
try {
  const subjects = opened.map(({ engine }) => subject(engine))
  while (Date.now() < until) {
    const outcome = await search(subjects, { seed, runs: RUNS, until })
    programs += outcome.programs
    if (outcome.found) {
      console.log(`seed ${seed}: a difference after ${programs} programs\n${report(outcome.found)}`)
      process.exitCode = 1
      break
    }
    console.log(`seed ${seed}: ${outcome.programs} programs, ${outcome.compared} answers compared; ${programs} in all`)
    seed += 1
  }
  if (process.exitCode !== 1) console.log(`no difference in ${programs} programs on ${names.join(', ')}`)
} finally {
  for (const { close } of opened) await close()
  await server?.stop()
}
