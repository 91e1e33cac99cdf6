import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { UsageError } from '../../errors/index.ts'
import type { Project } from '../project.ts'

/** `new`: writes a task that runs as it is. @throws UsageError for a name that cannot be a file and an export, or that is taken. */
export function newCommand(project: Project, name: string): void {
  const path = name.replace(/^models\//, '').replace(/\.ts$/, '')
  if (!/^[A-Za-z][\w-]*(?:\/[A-Za-z][\w-]*)*$/.test(path)) {
    throw new UsageError(`"${name}" cannot be the name of a task`, {
      hint: 'names begin with a letter; then letters, digits, - and _: daily, sales/daily-totals',
    })
  }
  const file = `${project.models}/${path}.ts`
  const target = join(project.root, file)
  if (existsSync(target))
    throw new UsageError(`${file} exists already`, { hint: 'choose another name, or edit the file' })
  const task = exportName(path)
  mkdirSync(dirname(target), { recursive: true })
  writeFileSync(target, template(task, snake(task)))
  process.stdout.write(`${file}\n`)
  process.stderr.write(`run it: node app.js run --select ${task}\n`)
}

/** Words that no export can be named. */
const RESERVED = new Set(
  'await break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield Task'.split(
    ' ',
  ),
)

function exportName(path: string): string {
  const last = path.slice(path.lastIndexOf('/') + 1)
  const camel = last.replace(/[-_]+(\w?)/g, (_, letter: string) => letter.toUpperCase())
  return RESERVED.has(camel) ? `${camel}Task` : camel
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter, at: number) => `${at === 0 ? '' : '_'}${letter.toLowerCase()}`)
}

function template(task: string, table: string): string {
  return `import { Task } from 'millrace'

/** Writes a table and shows it: change it to what you need. */
export const ${task} = Task({ description: 'A first task' }, async ({ session }) => {
  const measured = session.createDataFrame([
    { place: 'weir', level: 12 },
    { place: 'wheel', level: 34 },
  ])
  await measured.filter((m) => m.level.gt(20)).write('${table}', { mode: 'overwrite' })
  await session.table('${table}').show()
})
`
}
