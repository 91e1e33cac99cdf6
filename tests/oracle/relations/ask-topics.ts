import type { Engine } from '../../../src/engine/engine.ts'
import { type Judgement, judge } from './judge.ts'
import type { Topic } from './program.ts'
import { runTopic } from './run-topic.ts'

/** Puts the recorded programs to one engine. */
export async function askTopics(
  topics: readonly Topic[],
  engine: Engine,
  name: string,
  wanted: (id: string, topic: string) => boolean = () => true,
): Promise<readonly Judgement[]> {
  const judgements: Judgement[] = []
  for (const topic of topics) {
    const one = (id: string) => wanted(id, topic.topic)
    for await (const outcome of runTopic(topic, engine, one)) judgements.push(judge(outcome, name))
  }
  return judgements
}
