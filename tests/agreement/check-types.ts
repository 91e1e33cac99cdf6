/** What the type checker makes of many expressions: one run for all of them. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** The type of an export as a declaration prints it, or what the checker has against it. */
export type Checked = { readonly type: string } | { readonly refused: string }

/**
 * Checks a program of declarations, each on a line of its own.
 *
 * @param lines declarations, of which those that begin with `export const name =` are told of
 */
export function checkTypes(lines: readonly string[]): ReadonlyMap<string, Checked> {
  // Inside the project, so that the program finds what Millrace imports.
  mkdirSync(join(ROOT, '.cache'), { recursive: true })
  const folder = mkdtempSync(join(ROOT, '.cache', 'agreement-'))
  try {
    writeFileSync(join(folder, 'program.ts'), `${lines.join('\n')}\n`)
    const compilerOptions = {
      noEmit: false,
      declaration: true,
      emitDeclarationOnly: true,
      rootDir: ROOT,
      outDir: 'out',
    }
    const config = { extends: join(ROOT, 'tsconfig.json'), files: ['program.ts'], include: [], compilerOptions }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
    const said = run(['-p', folder, '--pretty', 'false'])
    const refused = new Map<number, string>()
    for (const [, line, message] of said.matchAll(/program\.ts\((\d+),\d+\): error TS\d+: (.*)/g))
      refused.set(Number(line), message as string)
    const emitted = readFileSync(join(folder, 'out', '.cache', basename(folder), 'program.d.ts'), 'utf8')
    const [, ...parts] = emitted.split(/^export declare const (\w+): /m)
    const types = new Map(parts.flatMap((part, at) => (at % 2 === 0 ? [[part, parts[at + 1] as string] as const] : [])))
    return new Map(
      lines.flatMap((line, index) => {
        const name = /^export const (\w+) =/.exec(line)?.[1]
        if (name === undefined) return []
        const against = refused.get(index + 1)
        return [[name, against === undefined ? { type: types.get(name) ?? '' } : { refused: against }] as const]
      }),
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What the checker prints; that it refuses something is no failure here. */
function run(args: readonly string[]): string {
  try {
    return execFileSync('npx', ['tsc', ...args], {
      cwd: ROOT,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
      stdio: ['ignore', 'pipe', 'ignore'],
    })
  } catch (error) {
    const { status, stdout } = error as { status?: number; stdout?: string }
    if (typeof status === 'number' && status > 0 && typeof stdout === 'string') return stdout
    throw error
  }
}
