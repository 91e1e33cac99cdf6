/** `npm run oracle -- relations [--dir FOLDER] [--engine NAME] [--only ID|TOPIC] [--verbose] [--json FILE]` */
import { existsSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { Command } from 'commander'
import { startPostgres } from '../support/postgres-server.ts'
import { ENGINE_NAMES, type EngineName, openEngine, presentEngines } from './engines.ts'
import { type Judgement, judge } from './judge.ts'
import { loadTopics, type Topic } from './program.ts'
import { detail, frequencies, plainResult, summaryLine } from './report.ts'
import { runTopic } from './run-topic.ts'

interface Options {
  readonly dir: string
  readonly engine?: string
  readonly only?: string
  readonly verbose?: boolean
  readonly json?: string
}

const root = process.cwd()
const program = new Command('oracle').description("Compares Millrace's answers with those that Apache Spark gave.")
program
  .command('relations')
  .description('whole programs')
  .option('--dir <folder>', 'folder of recorded programs', '../shared/data/spark-oracle/relations')
  .option('--engine <name>', `one of ${ENGINE_NAMES.join(', ')}`)
  .option('--only <id>', 'one program, or one topic')
  .option('--verbose', 'each program that differs, with both answers')
  .option('--json <file>', 'the result of each program as JSON')
  .action(relations)
await program.parseAsync()

async function relations(options: Options): Promise<void> {
  const folder = resolve(root, options.dir)
  if (!existsSync(folder)) return program.error(`there is no folder ${folder}`)
  const topics = loadTopics(folder)
  const names = presentEngines(root).filter((name) => options.engine === undefined || name === options.engine)
  if (names.length === 0) return program.error(`no engine is called ${options.engine}`)
  const results: Record<string, readonly Judgement[]> = {}
  const servers: { stop(): Promise<void> }[] = []
  const postgresUrl = async () => {
    const server = await startPostgres()
    servers.push(server)
    return `postgres://${server.user}@${server.host}:${server.port}/postgres`
  }
  try {
    for (const name of names) {
      const judgements = await askEngine(name, topics, options, postgresUrl)
      results[name] = judgements
      if (options.verbose) {
        for (const one of judgements.filter(({ verdict }) => verdict === 'different')) console.log(detail(one))
      }
      console.log(summaryLine('relations', name, judgements))
      for (const line of frequencies(judgements, 'missing')) console.log(line)
      if (options.verbose) for (const line of frequencies(judgements, 'deviate')) console.log(line)
    }
  } finally {
    for (const server of servers) await server.stop()
  }
  if (options.json !== undefined) {
    const plain = Object.entries(results).map(([name, all]) => [name, all.map(plainResult)])
    writeFileSync(options.json, JSON.stringify(Object.fromEntries(plain), null, 1))
  }
  const bad = Object.values(results).some((all) => all.some(({ verdict }) => verdict === 'different'))
  if (bad) process.exitCode = 1
}

async function askEngine(
  name: EngineName,
  topics: readonly Topic[],
  { only }: Options,
  postgresUrl: () => Promise<string>,
): Promise<readonly Judgement[]> {
  const { engine, close } = await openEngine(name, postgresUrl)
  try {
    const judgements: Judgement[] = []
    for (const topic of topics) {
      const wanted = (id: string) => only === undefined || id === only || topic.topic === only
      for await (const outcome of runTopic(topic, engine, wanted)) judgements.push(judge(outcome, name))
    }
    return judgements
  } finally {
    await close()
  }
}
