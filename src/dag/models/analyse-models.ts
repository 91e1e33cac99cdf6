import { analyse } from '../../analyse/analyse.ts'
import { type Catalogue, EMPTY_CATALOGUE } from '../../analyse/catalogue.ts'
import type { Plan } from '../../analyse/resolved.ts'
import { checkContract } from '../../check/contract.ts'
import { MillraceError, ModelError, SchemaNotLoaded } from '../../errors/index.ts'
import type { TableName } from '../../plan/relation.ts'
import type { Fields } from '../../plan/schema.ts'
import { placeOfNode } from '../graph.ts'
import { ANY_INSTANT } from './any-instant.ts'
import { checkTest, wrongColumns } from './check-columns.ts'
import { contractOf, type Definition, isEphemeral } from './definition.ts'
import { relationKey } from './names.ts'
import type { ResolvedModel } from './resolve-models.ts'
import { relationFields } from './snapshot-rules.ts'

/** What is known of a model's columns without a database. */
export interface AnalysedModel {
  /**
   * Gives the plan of everything that the body declares: anew, since those of thousands of models fill the memory and
   * are hardly ever asked for. Undefined where the body reads a table whose columns nobody has told.
   */
  readonly plan: (() => Plan) | undefined
  /** The columns of the relation, of what is part of other queries those of the body; undefined where they are not known. */
  readonly fields: Fields | undefined
}

/**
 * Resolves every body against the columns of what it reads.
 *
 * @param models parents before children
 * @param errors gets what a query would be refused for: unknown columns, also those that options name, types that do
 * not meet
 */
export function analyseModels(
  models: Iterable<ResolvedModel>,
  errors: MillraceError[],
): ReadonlyMap<string, AnalysedModel> {
  const columns = new Map<string, Fields | undefined>()
  const relations = new Map<string, TableName>()
  const catalogue: Catalogue = {
    ...EMPTY_CATALOGUE,
    table: (name) => columns.get(relationKey(name)),
    tables: () => [...relations.values()].map(({ name }) => name),
  }
  const analysed = new Map<string, AnalysedModel>()
  const all = [...models]
  for (const model of all) {
    const known = analyseModel(model, catalogue, errors)
    analysed.set(model.name, known)
    const contract = contractOf(model.definition)
    if (contract !== undefined && known.fields !== undefined)
      attempt(model, errors, () => checkContract(contract, known.fields ?? [], model.relation.name))
    // What a model promises it has, whatever is known of what it reads.
    const fields = known.fields ?? contract
    if (fields !== undefined)
      errors.push(...wrongColumns(model.definition, fields).map((error) => errorOf(model, error)))
    columns.set(relationKey(model.relation), known.fields)
    relations.set(model.name, model.relation)
    // Only now the model's own table is known, which its body reads for what is new.
    if (model.body?.incremental !== undefined && known.plan !== undefined)
      attempt(model, errors, () => analyse(model.body?.incremental as never, { catalogue, now: ANY_INSTANT }))
  }
  // A test may read models that stand anywhere in the graph.
  for (const model of all) {
    for (const test of model.tests)
      attempt(model, errors, () => checkTest(test, catalogue), `${model.name}: the test ${test.declared.name}`)
  }
  return analysed
}

function analyseModel(model: ResolvedModel, catalogue: Catalogue, errors: MillraceError[]): AnalysedModel {
  const { definition, body } = model
  if (body === undefined) return { plan: undefined, fields: 'fields' in definition ? definition.fields : undefined }
  const plan = (): Plan => analyse(body.full, { catalogue, now: ANY_INSTANT })
  const outputs = attempt(model, errors, () => plan().outputs)
  if (outputs === undefined) return { plan: undefined, fields: undefined }
  return { plan, fields: attempt(model, errors, () => fieldsOf(definition, outputs, model.name)) }
}

function fieldsOf(definition: Definition, outputs: Fields, name: string): Fields {
  return isEphemeral(definition)
    ? outputs.map((output) => ({ name: output.name, type: output.type, nullable: output.nullable }))
    : relationFields(definition, outputs, name)
}

/** Undefined where the columns of something that is read are known to the database alone. */
function attempt<T>(model: ResolvedModel, errors: MillraceError[], body: () => T, what = model.name): T | undefined {
  try {
    return body()
  } catch (error) {
    if (error instanceof SchemaNotLoaded) return undefined
    if (!(error instanceof MillraceError)) throw error
    errors.push(errorOf(model, error, what))
    return undefined
  }
}

/** An error with what it is about, and the model's place. */
function errorOf(model: ResolvedModel, error: MillraceError, what = model.name): ModelError {
  const { hint, at = placeOfNode(model) } = error
  return new ModelError(`${what}: ${error.message}`, { at, hint, cause: error })
}
