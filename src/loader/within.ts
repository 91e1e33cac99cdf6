/** What a module exports. */
export type Namespace = Readonly<Record<string, unknown>>

/** A model's import did not end in time. */
export class TooSlow extends Error {
  readonly milliseconds: number

  constructor(milliseconds: number) {
    super(`did not load within ${milliseconds / 1000} s`)
    this.milliseconds = milliseconds
  }
}

/** The promise's value, unless it takes longer. @throws TooSlow */
export async function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TooSlow(milliseconds)), milliseconds)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}
