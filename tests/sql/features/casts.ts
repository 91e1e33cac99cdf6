import type { Features } from '../tables.ts'

const TYPES = ['boolean', 'byte', 'short', 'int', 'long', 'float', 'double', 'decimal(10,2)', 'string', 'binary', 'date', 'timestamp'] as const // biome-ignore format: one glance
const FROM = ['text', 'number', 'ratio', 'price', 'day', 'moment', 'flag', 'bytes'] as const
const ALLOWED: Readonly<Record<(typeof FROM)[number], readonly string[]>> = {
  text: TYPES,
  number: ['boolean', 'byte', 'int', 'double', 'decimal(10,2)', 'string', 'timestamp'],
  ratio: ['boolean', 'int', 'long', 'float', 'decimal(10,2)', 'string'],
  price: ['boolean', 'int', 'long', 'double', 'decimal(10,2)', 'string'],
  day: ['string', 'timestamp'],
  moment: ['string', 'date', 'long', 'double'],
  flag: ['int', 'long', 'double', 'decimal(10,2)', 'string'],
  bytes: ['string'],
}

/** A feature for each pair of types, and each way to treat what is no value of the type. */
export const casts: Features = Object.fromEntries(
  FROM.flatMap((from) =>
    ALLOWED[from]
      .filter((to) => !(from === 'text' && to === 'string'))
      .flatMap((to) => {
        const name = `${from} to ${to.replace(/\W+/g, ' ').trim()}`
        return [
          [`cast ${name}`, ({ samples }: Parameters<Features[string]>[0]) => samples.select(samples.col(from).cast(to as 'int').as('x'))],
          [`try cast ${name}`, ({ samples }: Parameters<Features[string]>[0]) => samples.select(samples.col(from).tryCast(to as 'int').as('x'))],
        ] as const
      }),
  ),
) // biome-ignore format: a pair a line
