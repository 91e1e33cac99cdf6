import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const TYPES = fileURLToPath(new URL('./', import.meta.url))

export interface Compiler {
  readonly name: string
  /** What it says of a program, in the format of `tsc --pretty false`; nothing of one that is right. */
  check(config: string): Promise<string>
}

/** Those that users type-check their programs with: both must say the same, in nearly the same words. */
export const COMPILERS: readonly Compiler[] = [
  {
    name: 'TypeScript 7',
    check: (config) => output(`${ROOT}node_modules/typescript/bin/tsc`, '-p', config, '--noEmit', '--pretty', 'false'),
  },
  { name: 'TypeScript 5.9', check: (config) => output(`${TYPES}typescript-5.9/check.mjs`, config) },
]

/** What a Node program prints. Its exit code says no more than that there were errors. */
function output(...command: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(process.execPath, command, { cwd: ROOT, maxBuffer: 2 ** 26 }, (_, out, err) =>
      err === '' ? resolve(out) : reject(new Error(err)),
    )
  })
}

/** What was said of one line of a file, over several lines of text where there is more to say. */
export interface Refusal {
  /** The file's path from the project's root. */
  readonly file: string
  readonly line: number
  readonly text: string
}

/** Lines without a place continue the error above them. */
export function refusals(printed: string): readonly Refusal[] {
  const found: { file: string; line: number; text: string }[] = []
  for (const line of printed.split('\n').filter((one) => one.trim() !== '')) {
    const error = /^(.+?)\((\d+),\d+\): error TS\d+: (.*)$/.exec(line)
    const last = found.at(-1)
    if (error) found.push({ file: error[1] as string, line: Number(error[2]), text: error[3] as string })
    else if (last !== undefined && line.startsWith(' ')) last.text += `\n${line}`
    else found.push({ file: '', line: 0, text: line })
  }
  return found
}
