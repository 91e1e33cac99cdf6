/** Asks an engine a random program and compares its answer with the reference model's. */
import { UnsupportedOnDialect } from '../../src/index.ts'
import { differenceFrom } from './compare.ts'
import { type Made, mustRaise } from './generate/program.ts'
import type { World } from './generate/worlds.ts'
import { type Reply, refusesValue, type Subject } from './subject.ts'

export interface Difference {
  readonly engine: string
  readonly why: string
  readonly reply: Reply
}

/** Where an engine and the model part; undefined where they agree. */
export async function differenceOn(subject: Subject, world: World, made: Made): Promise<Difference | undefined> {
  const reply = await subject.run(world, made.program)
  const why = disagreement(subject, made, reply)
  return why === undefined ? undefined : { engine: subject.name, why, reply }
}

function disagreement({ exactDecimals }: Subject, { answer, raised }: Made, reply: Reply): string | undefined {
  if ('error' in reply) {
    if (reply.error instanceof UnsupportedOnDialect) return undefined
    // What raises may do so although no row of the answer needs it.
    if ((raised || (answer && mustRaise(answer))) && refusesValue(reply.error)) return undefined
    return `${reply.error.name}: ${reply.error.message}`
  }
  if (reply.impossible !== undefined) return `NULL in ${JSON.stringify(reply.impossible)}, said to have none`
  if (!answer) return undefined
  if (mustRaise(answer)) return 'an answer where the model raises'
  return differenceFrom(answer, reply.answer, exactDecimals)
}
