import { formatSql } from '../../compiler/format-sql.ts'
import type { TaskNode } from '../../dag/graph.ts'
import { indexModels, type KnownModel, readsOf } from '../../dag/models/build-request.ts'
import { compileIncremental, compileModel } from '../../dag/models/compile-model.ts'
import type { AnyTaskContext, TaskInputs } from '../../dag/task.ts'
import { UsageError } from '../../errors/index.ts'
import { redact } from '../../errors/redact.ts'
import { loadModels } from '../../loader/index.ts'
import { describe, toFailure } from '../../runner/failure.ts'
import { loadReads, taskRef } from '../../runner/slot/reads.ts'
import type { RecordedStatement } from '../../session/scope.ts'
import { idleSettings } from '../build-settings.ts'
import { EXIT, exitCodeOf } from '../exit-code.ts'
import { findNode } from '../find-node.ts'
import { type InputOptions, inputsOf, readInputs } from '../inputs.ts'
import { chooseConnection, loadConnection, type Project } from '../project.ts'
import { describeThrown } from '../report/failures.ts'
import { printable, styleFor } from '../report/style.ts'

interface SqlGiven extends InputOptions {
  readonly connection?: string
  /** Of an incremental model the query for its new rows. */
  readonly incremental?: boolean
}

/**
 * `sql`: prints the query behind a model; calls a task with a session that records statements instead of running them, and prints these. Queries give
 * it no rows. The task's other doings (requests, files) do happen: what a function does is known only by calling it.
 *
 * @returns the exit code: 1 if the task fails on the way
 * @throws UsageError if there is no such task
 */
export async function sqlCommand(project: Project, name: string, given: SqlGiven): Promise<number> {
  const connection = chooseConnection(project, given.connection)
  const { graph, tasks, models, bundleUrl } = await loadModels({ root: project.root, models: project.models })
  const node = findNode(graph, name)
  if (node.resourceType !== 'task') return printModelSql(project, node, models, connection, given.incremental === true)
  if (given.incremental) throw notIncremental(node)
  const definition = tasks.find((task) => task.name === node.name)?.definition
  const now = new Date()
  const only = new Set([node.name])
  const inputs = await inputsOf(graph, only, readInputs(graph, given, now), async () => tasks)
  const { engine, schema } = await loadConnection(project, connection)
  const { Session } = await import('../../session/session.ts')
  const session = new Session(engine, {
    schema,
    record: (statement) => void process.stdout.write(`${describeStatement(statement)}\n\n`),
  })
  const tell = (message: string): void => void process.stderr.write(`${message}\n`)
  // What the task prints is no SQL.
  console.log = console.error
  const reads = await loadReads(bundleUrl, readsOf(node.dependsOn, models, idleSettings(schema)))
  const context: AnyTaskContext = {
    ...(inputs.get(node.name) as TaskInputs),
    session,
    ref: taskRef(node.name, reads, session),
    log: { info: tell, warn: tell, error: tell },
    now,
    attempt: 1,
    runId: 'sql',
    signal: new AbortController().signal,
    skip(why) {
      throw new Skipped(why)
    },
  }
  try {
    await definition?.run(context)
    return EXIT.ok
  } catch (error) {
    if (error instanceof Skipped) {
      tell(`${node.shortName} skips itself: ${error.message}`)
      return EXIT.ok
    }
    const style = styleFor(process.stderr)
    tell(describeThrown(toFailure(error, project.root), node, project.root, style))
    return exitCodeOf(error) === EXIT.noConnection ? EXIT.noConnection : EXIT.failed
  } finally {
    await session.close()
    await engine.close()
  }
}

class Skipped extends Error {}

/** Prints the query behind a model, values in place; the database is not asked. */
async function printModelSql(
  project: Project,
  node: TaskNode,
  models: ReadonlyMap<string, KnownModel>,
  connection: string,
  incremental: boolean,
): Promise<number> {
  if (models.get(node.name)?.body === undefined)
    throw new UsageError(`${node.shortName} is a ${node.resourceType}: there is no query behind it`)
  const { engine, schema } = await loadConnection(project, connection)
  await engine.close()
  const compiled = incremental ? compileIncremental : compileModel
  const sql = compiled(node.name, engine.dialect, indexModels(models), idleSettings(schema), new Date())
  if (sql === undefined) throw notIncremental(node)
  process.stdout.write(`${sql};\n`)
  return EXIT.ok
}

const notIncremental = ({ shortName }: TaskNode): UsageError =>
  new UsageError(`${shortName} is no incremental model: it has no query for new rows`, {
    hint: 'leave out --incremental',
  })

function describeStatement({ what, sql, bindings }: RecordedStatement): string {
  const values = bindings.map((value, index) => `-- ${index + 1}: ${redact(describe(value))}`)
  return [`-- ${printable(what)}`, `${formatSql(sql)};`, ...values].join('\n')
}
