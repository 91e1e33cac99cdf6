/** Everything that users import from 'millrace/testing'. */
export { type ExpectedRow, type ExpectOptions, expectFrame, expectRows } from './expect.ts'
export type { GivenByName, GivenPairs, GivenRow } from './given.ts'
export { type RunModelOptions, runModel } from './run-model.ts'
export { type GivenParams, type LoggedLine, type RunTaskOptions, runTask } from './run-task.ts'
export { type TestEngine, type TestSessionOptions, testSession } from './test-session.ts'
