import { expect, test } from 'vitest'
import { bundleScript } from '../support/bundle-script.ts'
import { startChild } from '../support/child.ts'

test('an engine loads its driver when it is used, and nobody else’s', async () => {
  const child = startChild(await bundleScript('tests/engine/lazy-driver.ts'))
  expect(await child.message()).toEqual([])
  expect(await child.message()).toEqual(['better-sqlite3'])
})
