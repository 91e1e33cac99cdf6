import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Block } from './blocks.ts'

/** What the tests of a reader's project say: how many passed, and why the others did not. */
export interface TestsResult {
  readonly passed: number
  readonly failures: readonly string[]
}

/** Runs the tests among blocks as a project inside the repository, where `millrace` is the built package. */
export function runTests(
  repository: string,
  blocks: readonly Block[],
  change: (text: string) => string = (text) => text,
): TestsResult {
  const folder = join(repository, '.cache/tests')
  mkdirSync(folder, { recursive: true })
  const root = mkdtempSync(join(folder, 'readme-tests-'))
  try {
    for (const { what, text } of blocks) {
      mkdirSync(dirname(join(root, what)), { recursive: true })
      writeFileSync(join(root, what), what.endsWith('.test.ts') ? text : change(text))
    }
    // Of its own: the repository's has reporters and servers that a reader has not.
    writeFileSync(join(root, 'vitest.config.ts'), 'export default {}\n')
    const vitest = join(repository, 'node_modules/vitest/vitest.mjs')
    const { stdout } = spawnSync(process.execPath, [vitest, 'run', '--reporter', 'json'], {
      cwd: root,
      encoding: 'utf8',
      // Not those of the run around it.
      env: { ...process.env, VITEST: undefined, VITEST_POOL_ID: undefined, VITEST_WORKER_ID: undefined },
    })
    const { numPassedTests, testResults } = JSON.parse(stdout) as {
      numPassedTests: number
      testResults: { message: string; assertionResults: { failureMessages: string[] }[] }[]
    }
    const failures = testResults.flatMap(({ message, assertionResults }) => [
      ...(message === '' ? [] : [message]),
      ...assertionResults.flatMap(({ failureMessages }) => failureMessages),
    ])
    return { passed: numPassedTests, failures }
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}
