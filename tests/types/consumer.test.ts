import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { COMPILERS } from './compilers.ts'

/** Under `skipLibCheck: false`, so that what we emit is checked too, with all that it imports. */
test.each(COMPILERS)(
  'a program of its own type-checks against the built declarations under $name',
  async ({ check }) => {
    expect(await check(fileURLToPath(new URL('consumer/tsconfig.json', import.meta.url)))).toBe('')
  },
  300_000,
)
