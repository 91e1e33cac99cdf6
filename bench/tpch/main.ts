/**
 * `npm run bench:tpch [-- --engine NAME] [--query NAME] [--runs N] [--copies N]`: compiled SQL against SQL written by hand.
 *
 * The tables are those of the tests, several times over: of so few rows as one copy has, engines take as long to plan
 * a query as to answer it, and some answers less than a millisecond. Exits with 1 where compiled SQL takes more of the
 * time than the limits below allow, or where nothing could be timed.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Command, InvalidArgumentError, Option } from 'commander'
import { ENGINE_NAMES, type EngineName, openEngine } from '../../tests/oracle/engines.ts'
import { startPostgres } from '../../tests/support/postgres-server.ts'
import { DATA, fillTpch } from '../../tests/tpch/database.ts'
import { QUERIES } from '../../tests/tpch/queries/index.ts'
import { geometricMean, type Measured, measure } from './measure.ts'
import { contestsOn } from './queries.ts'

/** What compiled SQL may take, as parts of the time of SQL written by hand. */
const MOST_IN_MEAN = 1.1
const MOST_OF_ONE = 1.5

interface Options {
  readonly engine?: string
  readonly query?: string
  readonly runs: number
  readonly copies: number
}

const atLeast =
  (least: number) =>
  (text: string): number => {
    const number = Number(text)
    if (Number.isInteger(number) && number >= least) return number
    throw new InvalidArgumentError(`a whole number, at least ${least}`)
  }

await new Command('bench:tpch')
  .description('Times what Millrace compiles of the queries of TPC-H against SQL written by hand.')
  .addOption(new Option('--engine <name>', 'one engine').choices(ENGINE_NAMES))
  .addOption(new Option('--query <name>', 'one query').choices(Object.keys(QUERIES)))
  .option('--runs <number>', 'runs that the median is of', atLeast(5), 9)
  .option('--copies <number>', 'how often the tables hold their rows, each time with keys of their own', atLeast(1), 10)
  .action(bench)
  .parseAsync()

async function bench({ engine: wanted, ...options }: Options): Promise<void> {
  if (!existsSync(DATA)) {
    console.error(`skipped: there is no folder ${DATA}`)
    process.exitCode = 1
    return
  }
  console.log(`limits, × by hand: ${MOST_IN_MEAN} in geometric mean on each engine, ${MOST_OF_ONE} for one query`)
  const above: string[] = []
  const server = await startPostgres()
  try {
    for (const name of ENGINE_NAMES.filter((one) => wanted === undefined || one === wanted)) {
      const url = `postgres://${server.user}@${server.host}:${server.port}/postgres`
      above.push(...(await benchEngine(name, async () => url, options)))
    }
  } finally {
    await server.stop()
  }
  if (above.length === 0) return console.log('within the limits')
  console.error(`above the limits: ${above.join(', ')}`)
  process.exitCode = 1
}

/** @returns what is above a limit */
async function benchEngine(
  name: EngineName,
  postgresUrl: () => Promise<string>,
  { query, runs, copies }: Omit<Options, 'engine'>,
): Promise<readonly string[]> {
  const { engine, close } = await openEngine(name, postgresUrl)
  try {
    await fillTpch(engine, copies)
    const contests = contestsOn(engine, join(process.cwd(), 'bench', 'tpch', 'sql'))
    const results: Measured[] = []
    for (const contest of contests.filter((one) => query === undefined || one.name === query)) {
      const result = await measure(engine, contest, runs)
      results.push(result)
      console.log(line(name, result))
    }
    const mean = geometricMean(results.map(({ ratio }) => ratio))
    const compiling = contests.reduce((sum, { compileTime }) => sum + compileTime, 0) / contests.length
    console.log(
      `${name}: geometric mean ${mean.toFixed(2)} × by hand (at most ${MOST_IN_MEAN}), compiling ${compiling.toFixed(2)} ms a query`,
    )
    const slow = results.filter(({ ratio }) => ratio > MOST_OF_ONE).map((one) => `${name} ${one.name}`)
    // Of one query there is no mean.
    return query === undefined && mean > MOST_IN_MEAN ? [...slow, `${name} in mean`] : slow
  } finally {
    await close()
  }
}

function line(engine: string, { name, compiled, byHand, ratio }: Measured): string {
  const times = `${compiled.toFixed(2)} ms, by hand ${byHand.toFixed(2)} ms`
  return `${engine} ${name}: ${ratio.toFixed(2)} (${times})${ratio > MOST_OF_ONE ? ` above ${MOST_OF_ONE}` : ''}`
}
