import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'

const FOLDER = fileURLToPath(new URL('refused/', import.meta.url))
/** Programs of their own: what one declares for all of its files must not reach the others. */
const PROGRAMS = [FOLDER, `${FOLDER}database/`]
const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const files = PROGRAMS.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /(?<!\.d)\.ts$/.test(name))
    .map((name) => ({ file: name, path: folder + name })),
)

/** What the checker says, by `file:line`; continued lines belong to the error above them. */
let said: ReadonlyMap<string, string>

beforeAll(async () => {
  const outputs = await Promise.all(PROGRAMS.map(check))
  const found = new Map<string, string>()
  let place = ''
  for (const line of outputs.join('\n').split('\n')) {
    const error = /^(.+?)\((\d+),\d+\): error TS\d+: (.*)$/.exec(line)
    if (error) place = `${basename(error[1] as string)}:${error[2]}`
    const text = error ? (error[3] as string) : line.trim()
    if (text !== '') found.set(place, [found.get(place), text].filter(Boolean).join('\n'))
  }
  said = found
}, 120_000)

function check(folder: string): Promise<string> {
  return new Promise((resolve) => {
    // It exits with an error: that is what the folder is for.
    execFile(
      'npx',
      ['tsc', '-p', folder, '--noEmit', '--pretty', 'false'],
      { cwd: ROOT, maxBuffer: 2 ** 26 },
      (_, out) => resolve(out),
    )
  })
}

describe.each(files)('$file', ({ file, path }) => {
  const lines = readFileSync(path, 'utf8').split('\n')
  const expected = lines.flatMap((line, index) => {
    const comment = /^(.*?) \/\/ ✗ (.+)$/.exec(line)
    return comment ? [{ place: `${file}:${index + 1}`, code: comment[1]?.trim(), message: comment[2] as string }] : []
  })

  test.each(expected)('$code', ({ place, message }) => {
    expect(said.get(place)).toContain(message)
  })

  test('nothing else is refused', () => {
    const places = [...said.keys()].filter((place) => place.startsWith(`${file}:`))
    expect(new Set(places)).toEqual(new Set(expected.map(({ place }) => place)))
  })
})
