import { Command, CommanderError, InvalidArgumentError, Option } from 'commander'
import { parseInstant } from '../dag/models/instant.ts'
import { version } from '../loader/version.ts'
import { parseDuration } from '../plan/duration.ts'
import type { AppOptions } from '../runner/application.ts'
import { EXIT, exitCodeOf } from './exit-code.ts'
import { openProject } from './project.ts'
import { printError } from './report/print-error.ts'
import { withSelection } from './selection.ts'

/** Options as commander gives them. */
type Given = Readonly<Record<string, unknown>>

/**
 * Reads the command line, does what it says and gives the exit code. Commands are imported when they are called, so that
 * `--help` loads neither a compiler nor a driver.
 */
export async function main(options: AppOptions, argv: readonly string[]): Promise<number> {
  // Who reads us may stop reading (`list | head -1`): no reason to fall over.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', ignoreClosedPipe)
  let code: number = EXIT.ok
  const program = commands(options, (given) => {
    code = given
  })
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    // Commander has printed what it has to say.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage
    printError(error, process.cwd())
    return exitCodeOf(error)
  }
}

function commands(options: AppOptions, exit: (code: number) => void): Command {
  const program = new Command('node app.js')
    .description('Runs the tasks of models/ on a database.')
    .exitOverride()
    .showHelpAfterError('(--help shows what there is)')
    .helpCommand(false)
    .version(version())
  const connection = new Option(
    '-c, --connection <name>',
    'which connection; else MILLRACE_CONNECTION, else that of app.ts',
  )

  const commandOf = (name: 'run' | 'build' | 'test' | 'seed' | 'snapshot', description: string): Command =>
    withSelection(program.command(name))
      .description(description)
      .option('-t, --threads <n>', 'how many tasks run at once', positive)
      .option('--barrier', 'starts no task before the level before is done')
      .option('--fail-fast', 'stops at the first failure')
      .option('--dry-run', 'says what would run, as plan does')
      .addOption(connection)
      .option('--now <instant>', 'the instant that the run stands for: 2026-12-31 or 2026-12-31T08:00:00Z', instant)
      .action(async (given: Given) => {
        const { runCommand } = await import('./commands/run.ts')
        exit(await runCommand(openProject(options), name, given))
      })
  const withInputs = (command: Command): Command =>
    command
      .option('--param <name=value>', 'a parameter of tasks: currency=USD, or daily.currency=USD of one', collect)
      .option('--interval <start/end>', 'the time that tasks stand for, in UTC: 2026-01-01/2026-02-01')
  const building = (command: Command): Command =>
    withInputs(command)
      .option('--force', 'runs what schedule or ttl would keep')
      .option('--full-refresh', 'builds incremental models and seeds from nothing')
      .option(
        '--empty',
        'for checks: reads every input as if it had no rows; incremental tables and snapshots keep theirs',
      )
      .option(
        '--sample <duration>',
        'reads of sources that tell when rows happened the last 7d, 12h …; no batch counts as done',
        duration,
      )
      .option('--event-time-start <instant>', 'microbatch models compute the time from here, and no other', instant)
      .option('--event-time-end <instant>', 'and up to here', instant)
      .option('--defer <connection>', 'reads what is neither selected nor built from that connection')
  building(commandOf('run', 'runs the tasks that are due, and builds seeds, models and snapshots'))
  building(commandOf('build', 'the same, with the tests of each before what comes after it'))
  commandOf('test', 'runs the tests of seeds, sources, models and snapshots')
  commandOf('seed', 'loads the seeds').option('--full-refresh', 'also those that have not changed')
  commandOf('snapshot', 'takes the snapshots')
  withInputs(withSelection(program.command('plan')))
    .description('says what build would run and why, and what that changes in the SQL of models')
    .addOption(connection)
    .option('--force', 'also what schedule or ttl would keep')
    .option('--full-refresh', 'also seeds that have not changed')
    .option('--now <instant>', 'the instant that the run stands for', instant)
    .action(async (given: Given) => {
      const { planCommand } = await import('./commands/plan.ts')
      await planCommand(openProject(options), 'build', given)
    })
  withSelection(program.command('compile'))
    .description('writes the SQL of every model into a folder; asks no database')
    .addOption(connection)
    .option('-o, --out <dir>', 'the folder, relative to the project', 'target/compiled')
    .option('--now <instant>', 'what currentTimestamp() is', instant)
    .action(async (given: Given) => {
      const { compileCommand } = await import('./commands/compile.ts')
      exit(await compileCommand(openProject(options), { ...given, out: String(given.out) }))
    })
  program
    .command('show')
    .description('prints the first rows of a model, as its query gives them now')
    .argument('<model>', 'name of the model, snapshot, seed or source')
    .option('-n, --rows <n>', 'how many rows', positive, 20)
    .addOption(connection)
    .action(async (model: string, given: Given) => {
      const { showCommand } = await import('./commands/show.ts')
      await showCommand(openProject(options), model, { ...given, rows: Number(given.rows) })
    })
  withSelection(program.command('freshness'))
    .description('says how old the newest rows of the sources are')
    .addOption(connection)
    .option('--now <instant>', 'the instant that ages are told for', instant)
    .action(async (given: Given) => {
      const { freshnessCommand } = await import('./commands/freshness.ts')
      exit(await freshnessCommand(openProject(options), given))
    })
  withSelection(program.command('list'))
    .description('lists what there is: types, schedules, tags and last results')
    .option('--json', 'a line of JSON each, with everything that is known')
    .addOption(connection)
    .action(async (given: Given) => {
      const { listCommand } = await import('./commands/list.ts')
      await listCommand(openProject(options), given)
    })
  program
    .command('export-dag')
    .description('draws the tasks: dag.png and dag.svg')
    .argument('[dir]', 'folder to write to', '.')
    .option('-f, --format <formats>', 'any of png, svg, dot, mermaid; of columns json, too', 'png,svg')
    .option('--columns', 'draws the columns of the models, and where each comes from: columns.png and columns.svg')
    .action(async (dir: string, given: Given) => {
      const { exportDagCommand } = await import('./commands/export-dag.ts')
      await exportDagCommand(openProject(options), dir, {
        format: String(given.format),
        columns: given.columns === true,
      })
    })
  program
    .command('lineage')
    .description('says which columns a column of a model comes from, and which come from it')
    .argument('<column>', 'model.column; the name of a model for all of its columns')
    .option('--upstream', 'only what it comes from')
    .option('--downstream', 'only what comes from it')
    .option('--json', 'as data, with every step')
    .action(async (column: string, given: Given) => {
      const { lineageCommand } = await import('./commands/lineage.ts')
      await lineageCommand(openProject(options), column, given)
    })
  withInputs(program.command('sql'))
    .description('prints the SQL of a task without running it')
    .argument('<task>', 'name of the task')
    .addOption(connection)
    .option('--incremental', 'of an incremental model, the query for its new rows')
    .action(async (task: string, given: Given) => {
      const { sqlCommand } = await import('./commands/sql.ts')
      exit(await sqlCommand(openProject(options), task, given))
    })
  program
    .command('types')
    .description('writes the row types of the tables and views that the database has')
    .addOption(connection)
    .option('-o, --out <file>', 'the file; else database.d.ts among the models')
    .option('--check', 'writes nothing: says what has changed since, and exits with 1 if anything has')
    .action(async (given: Given) => {
      const { typesCommand } = await import('./commands/types.ts')
      exit(await typesCommand(openProject(options), given))
    })
  program
    .command('test-connection')
    .description('says what answers: version, database, user')
    .argument('[name]', 'which connection')
    .action(async (name: string | undefined) => {
      const { testConnectionCommand } = await import('./commands/test-connection.ts')
      await testConnectionCommand(openProject(options), name)
    })
  program
    .command('new')
    .description('writes a task that runs as it is')
    .argument('<name>', 'name of the task, or a path below models/: daily, sales/daily')
    .action(async (name: string) => {
      const { newCommand } = await import('./commands/new.ts')
      newCommand(openProject(options), name)
    })
  return program
}

function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error
}

function collect(text: string, before: readonly string[] = []): readonly string[] {
  return [...before, text]
}

function positive(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('It is a whole number above zero.')
  return value
}

function duration(text: string): number {
  try {
    return parseDuration(text, '--sample')
  } catch {
    throw new InvalidArgumentError('Write a number and a unit: 7d, 12h, "7 days".')
  }
}

function instant(text: string): Date {
  const time = parseInstant(text)
  if (time === undefined) {
    throw new InvalidArgumentError('Write 2026-12-31 or 2026-12-31T08:00:00Z; UTC unless it says otherwise.')
  }
  return time
}
