/** Where rows come from: tables, rows and files of the user's own, numbers, and SQL text. */
import {
  didYouMean,
  listNames,
  SchemaNotLoaded,
  shorten,
  TypeMismatch,
  UnknownColumn,
  UnknownTable,
} from '../errors/index.ts'
import { describeRelation, formatTableName, type Relation, type TableName } from '../plan/relation.ts'
import type { Fields } from '../plan/schema.ts'
import { formatType, types } from '../plan/type.ts'
import { type Analysis, makeFrame } from './analysis.ts'
import type { Catalogue } from './catalogue.ts'
import type { AnalysedFrame } from './frame-scope.ts'
import type { Attribute } from './resolved.ts'

/** Columns with identities of their own. */
export function sourceColumns(relation: Relation, fields: Fields, analysis: Analysis): readonly Attribute[] {
  if (fields.length === 0) throw new UnknownColumn(`${describeRelation(relation)} has no columns`)
  return fields.map((field) => ({ id: analysis.newId(), name: field.name, type: field.type, nullable: field.nullable }))
}

function tableFields(table: TableName, declared: Fields | undefined, catalogue: Catalogue): Fields {
  const found = catalogue.table(table)
  if (found === null) {
    const names = catalogue.tables()
    throw new UnknownTable(`there is no table or view ${JSON.stringify(shorten(formatTableName(table)))}`, {
      table,
      hint: [didYouMean(formatTableName(table), names), `There are ${listNames(names)}.`].filter(Boolean).join(' '),
    })
  }
  if (declared && found) checkDeclared(table, declared, found, catalogue)
  const fields = declared ?? found
  if (fields) return fields
  throw new SchemaNotLoaded(`the columns of ${formatTableName(table)} are not known yet`, {
    hint: 'await df.resolve() first, or give the types: session.table(name, schema({ … }))',
  })
}

/** The columns that a schema says a table has are there, in types that can be read as it says. */
function checkDeclared(table: TableName, declared: Fields, found: Fields, catalogue: Catalogue): void {
  const known = new Map(found.map((field) => [field.name, field]))
  const said = `the schema given for ${formatTableName(table)}`
  for (const field of declared) {
    const column = known.get(field.name)
    if (column === undefined) {
      throw new UnknownColumn(`${said} has a column ${JSON.stringify(shorten(field.name))} that the table has not`, {
        hint: [didYouMean(field.name, known.keys()), `There are ${listNames(known.keys())}.`].filter(Boolean).join(' '),
      })
    }
    if (!catalogue.readsAs(field.type, column.type)) {
      const type = formatType(column.type)
      throw new TypeMismatch(
        `${said} says that ${JSON.stringify(shorten(field.name))} is ${formatType(field.type)}, and in the table it is ${type}`,
        { hint: `write '${type}${field.nullable ? '?' : ''}' in the schema, and cast the column where it is used` },
      )
    }
  }
}

/** What SQL text of the user's own gives. */
function textFields(relation: Extract<Relation, { kind: 'statement' | 'selectExpr' }>, catalogue: Catalogue): Fields {
  const fields = relation.fields ?? catalogue.statement(relation)
  if (fields) return fields
  throw new SchemaNotLoaded('the columns of this SQL text are not known yet', {
    hint: 'await df.resolve() first, or give a schema',
  })
}

type Source = Extract<Relation, { kind: 'table' | 'values' | 'file' | 'range' | 'statement' }>

export function analyseSource(relation: Source, analysis: Analysis): AnalysedFrame {
  switch (relation.kind) {
    case 'table': {
      const outputs = sourceColumns(
        relation,
        tableFields(relation.table, relation.fields, analysis.catalogue),
        analysis,
      )
      return makeFrame(relation, { kind: 'scan', table: relation.table, outputs }, undefined)
    }
    case 'values': {
      const outputs = sourceColumns(relation, relation.fields, analysis)
      return makeFrame(relation, { kind: 'values', fields: relation.fields, rows: relation.rows, outputs }, undefined)
    }
    case 'file':
      // Where the rows are to be had, the session knows: see frameOf.
      throw new SchemaNotLoaded(`the columns of ${describeRelation(relation)} are not known yet`, {
        hint: 'await df.resolve() first',
      })
    case 'range': {
      const outputs = sourceColumns(relation, [{ name: 'id', type: types.long, nullable: false }], analysis)
      return makeFrame(relation, { ...relation, outputs }, undefined)
    }
    case 'statement': {
      const outputs = sourceColumns(relation, textFields(relation, analysis.catalogue), analysis)
      return makeFrame(
        relation,
        { kind: 'statement', sql: relation.sql, bindings: relation.bindings, outputs },
        undefined,
      )
    }
    default:
      return relation satisfies never
  }
}

/** Columns of the user's own text: all of them are new. */
export function analyseTexts(relation: Extract<Relation, { kind: 'selectExpr' }>, analysis: Analysis): AnalysedFrame {
  const { plan } = analysis.frame(relation.input)
  const outputs = sourceColumns(relation, textFields(relation, analysis.catalogue), analysis)
  return makeFrame(
    relation,
    { kind: 'texts', input: plan, texts: relation.texts, outputs },
    undefined,
    "name each text: selectExpr('a + b as total')",
  )
}
