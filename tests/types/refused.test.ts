import { execFile } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'

const FOLDER = fileURLToPath(new URL('refused/', import.meta.url))
const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.ts'))

/** What the checker says, by `file:line`; continued lines belong to the error above them. */
let said: ReadonlyMap<string, string>

beforeAll(async () => {
  const output = await new Promise<string>((resolve) => {
    // It exits with an error: that is what the folder is for.
    execFile(
      'npx',
      ['tsc', '-p', FOLDER, '--noEmit', '--pretty', 'false'],
      { cwd: ROOT, maxBuffer: 2 ** 26 },
      (_, out) => resolve(out),
    )
  })
  const found = new Map<string, string>()
  let place = ''
  for (const line of output.split('\n')) {
    const error = /^(.+?)\((\d+),\d+\): error TS\d+: (.*)$/.exec(line)
    if (error) place = `${basename(error[1] as string)}:${error[2]}`
    const text = error ? (error[3] as string) : line.trim()
    if (text !== '') found.set(place, [found.get(place), text].filter(Boolean).join('\n'))
  }
  said = found
}, 120_000)

describe.each(files)('%s', (file) => {
  const lines = readFileSync(`${FOLDER}${file}`, 'utf8').split('\n')
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
