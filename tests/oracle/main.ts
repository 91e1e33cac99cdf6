/** `npm run oracle -- relations|functions|dbt [--dir FOLDER] [--engine NAME] [--only …] [--verbose] [--json FILE]` */
import { existsSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Command } from 'commander'
import type { Engine } from '../../src/engine/engine.ts'
import { startPostgres } from '../support/postgres-server.ts'
import { askDbt } from './dbt/main.ts'
import type { Judgement as DbtJudgement } from './dbt/section.ts'
import { ENGINE_NAMES, type EngineName, openEngine, type PostgresUrl } from './engines.ts'
import { loadFunctions, onlyCases } from './functions/cases.ts'
import * as functionReport from './functions/report.ts'
import { askFunctions } from './functions/run.ts'
import { askTopics } from './relations/ask-topics.ts'
import { loadTopics } from './relations/program.ts'
import * as relationReport from './relations/report.ts'

interface Options {
  readonly dir: string
  readonly engine?: string
  readonly only?: string
  readonly verbose?: boolean
  readonly json?: string
}

const root = process.cwd()
const program = new Command('oracle').description(
  "Compares Millrace's answers with those that Apache Spark and dbt gave.",
)

function command(
  name: string,
  description: string,
  dir: string,
  only: string,
  action: (options: Options) => Promise<void>,
): void {
  program
    .command(name)
    .description(description)
    .option('--dir <folder>', 'folder of recorded answers', `../shared/data/${dir}`)
    .option('--engine <name>', `one of ${ENGINE_NAMES.join(', ')}`)
    .option('--only <id>', only)
    .option('--verbose', 'what differs, with both answers')
    .option('--json <file>', 'the results as JSON')
    .action(action)
}
command('relations', 'whole programs', 'spark-oracle/relations', 'one program, or one topic', relations)
command('functions', 'single functions', 'spark-oracle/functions', 'one function, one group, or one case', functions)
command('dbt', 'selection, snapshots, incremental models, tests and builds of dbt', 'dbt-oracle', 'one section', dbt)
await program.parseAsync()

async function relations(options: Options): Promise<void> {
  const topics = loadTopics(folderOf(options))
  const wanted = (id: string, topic: string) => [undefined, id, topic].includes(options.only)
  const results = await onEngines(options, async (name, url) => {
    const judgements = await onEngine(name, url, (engine) => askTopics(topics, engine.engine, name, wanted))
    const different = judgements.filter(({ verdict }) => verdict === 'different')
    if (options.verbose) for (const one of different) console.log(relationReport.detail(one))
    console.log(relationReport.summaryLine('relations', name, judgements))
    for (const line of relationReport.frequencies(judgements, 'missing')) console.log(line)
    if (options.verbose) for (const line of relationReport.frequencies(judgements, 'deviate')) console.log(line)
    if (different.length > 0) process.exitCode = 1
    return judgements
  })
  writeJson(options, results, (all) => all.map(relationReport.plainResult))
}

async function functions(options: Options): Promise<void> {
  const files = loadFunctions(folderOf(options))
    .map((file) => onlyCases(file, options.only))
    .filter(({ cases }) => cases.length > 0)
  const results = await onEngines(options, async (name, url) => {
    const judged = await onEngine(name, url, (engine) => askFunctions(files, engine.engine, name))
    if (options.verbose) {
      for (const line of judged.flatMap((one) => functionReport.details(one, name))) console.log(line)
      for (const verdict of ['refused', 'deviate', 'aside'] as const) {
        for (const line of functionReport.frequencies(judged, verdict)) console.log(`${name}${line}`)
      }
    }
    if (judged.some(({ judgements }) => judgements.some(({ verdict }) => verdict === 'different'))) process.exitCode = 1
    return judged
  })
  for (const line of functionReport.matrix(results)) console.log(line)
  for (const [name, judged] of results) {
    for (const line of functionReport.summaryLines(name, judged)) console.log(line)
  }
  writeJson(options, results, (all) => all.map(functionReport.plainResult))
}

async function dbt(options: Options): Promise<void> {
  const onEach = (ask: (name: EngineName, engine: Engine) => Promise<readonly DbtJudgement[]>) =>
    onEngines(options, (name, url) => onEngine(name, url, ({ engine }) => ask(name, engine)))
  const given = { folder: folderOf(options), only: options.only, verbose: options.verbose === true }
  const results = await askDbt(given, onEach)
  if ([...results.values()].flat().some(({ verdict }) => verdict === 'different')) process.exitCode = 1
  writeJson(options, results, (all) => all.map(({ id, verdict, reason }) => ({ id, verdict, reason })))
}

function folderOf({ dir }: Options): string {
  const folder = resolve(root, dir)
  return existsSync(folder) ? folder : program.error(`there is no folder ${folder}`)
}

/** Asks each engine that is wanted. One PostgreSQL server is up while they are asked. */
async function onEngines<T>(
  { engine }: Options,
  ask: (name: EngineName, postgresUrl: PostgresUrl) => Promise<T>,
): Promise<ReadonlyMap<string, T>> {
  const names = ENGINE_NAMES.filter((name) => engine === undefined || name === engine)
  if (names.length === 0) return program.error(`no engine is called ${engine}`)
  const results = new Map<string, T>()
  const servers: { stop(): Promise<void> }[] = []
  const postgresUrl = async () => {
    const server = await startPostgres()
    servers.push(server)
    return `postgres://${server.user}@${server.host}:${server.port}/postgres`
  }
  try {
    for (const name of names) results.set(name, await ask(name, postgresUrl))
  } finally {
    for (const server of servers) await server.stop()
  }
  return results
}

async function onEngine<T>(
  name: EngineName,
  postgresUrl: PostgresUrl,
  ask: (engine: Awaited<ReturnType<typeof openEngine>>) => Promise<T>,
): Promise<T> {
  const engine = await openEngine(name, postgresUrl)
  try {
    return await ask(engine)
  } finally {
    await engine.close()
  }
}

function writeJson<T>({ json }: Options, results: ReadonlyMap<string, T>, plain: (one: T) => object): void {
  if (json === undefined) return
  const all = [...results].map(([name, one]) => [name, plain(one)])
  writeFileSync(json, JSON.stringify(Object.fromEntries(all), null, 1))
}
