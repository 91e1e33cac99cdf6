/** Functions of maps, structs and JSON given what is none. One mistake a line, and beside it what the checker says. */
import {
  createMap, fromJson, getJsonObject, jsonArrayLength, jsonObjectKeys, jsonTuple, mapConcat, mapContainsKey, mapEntries,
  mapFromArrays, mapFromEntries, mapKeys, mapValues, namedStruct, strToMap, struct, toJson,
} from '../../../src/index.ts' // biome-ignore format: one import
import { customers, nested, orders } from '../tables.ts'

export const mistakes = [
  getJsonObject(orders.total, '$.a'), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'Texts'.
  getJsonObject(customers.name, 1), // ✗ Argument of type 'number' is not assignable to parameter of type 'string'.
  getJsonObject(customers.name, customers.country), // ✗ Argument of type 'NamedColumn<"country", string | null>' is not assignable to parameter of type 'string'.
  jsonArrayLength(nested.tags), // ✗ Argument of type 'NamedColumn<"tags", readonly (string | null)[]>' is not assignable to parameter of type 'Texts'.
  jsonObjectKeys(nested.rates), // ✗ Argument of type 'NamedColumn<"rates", ReadonlyMap<string, number | null>>' is not assignable to parameter of type 'Texts'.
  jsonTuple(customers.name), // ✗ Expected at least 2 arguments, but got 1.
  jsonTuple(orders.id, 'a'), // ✗ Argument of type 'NamedColumn<"id", number>' is not assignable to parameter of type 'Texts'.
  fromJson(nested.tags, 'array<int>'), // ✗ Argument of type 'NamedColumn<"tags", readonly (string | null)[]>' is not assignable to parameter of type 'Texts'.
  fromJson(customers.name), // ✗ Expected 2 arguments, but got 1.
  fromJson(customers.name, 'array<int>').plus(1), // ✗ The 'this' context of type 'Column<readonly (number | null)[] | null>' is not assignable to method's 'this' of type 'ColumnOf<Numeric | null>'.
  toJson(), // ✗ Expected 1 arguments, but got 0.
  mapKeys(nested.tags), // ✗ Argument of type 'NamedColumn<"tags", readonly (string | null)[]>' is not assignable to parameter of type 'AnyMaps'.
  mapValues(customers.name), // ✗ Argument of type 'NamedColumn<"name", string>' is not assignable to parameter of type 'AnyMaps'.
  mapEntries(orders.id), // ✗ Argument of type 'NamedColumn<"id", number>' is not assignable to parameter of type 'AnyMaps'.
  mapConcat(nested.rates, nested.tags), // ✗ Argument of type 'NamedColumn<"tags", readonly (string | null)[]>' is not assignable to parameter of type 'AnyMaps'.
  mapContainsKey(nested.rates, 5), // ✗ Argument of type 'number' is not assignable to parameter of type 'string | ColumnOf<string | null>'.
  mapContainsKey(nested.tags, 'a'), // ✗ Argument of type 'NamedColumn<"tags", readonly (string | null)[]>' is not assignable to parameter of type 'AnyMaps'.
  mapFromArrays(nested.tags), // ✗ Expected 2 arguments, but got 1.
  mapFromArrays(nested.tags, orders.id), // ✗ Argument of type 'NamedColumn<"id", number>' is not assignable to parameter of type 'Arrays'.
  mapFromEntries(nested.rates), // ✗ Argument of type 'NamedColumn<"rates", ReadonlyMap<string, number | null>>' is not assignable to parameter of type 'Arrays'.
  createMap('a'), // ✗ Expected at least 2 arguments, but got 1.
  strToMap(orders.total), // ✗ Argument of type 'NamedColumn<"total", number>' is not assignable to parameter of type 'ColumnOf<Text | null>'.
  strToMap(customers.name, 1), // ✗ Argument of type 'number' is not assignable to parameter of type 'string'.
  struct(), // ✗ Expected at least 1 arguments, but got 0.
  struct('id'), // ✗ Argument of type 'string' is not assignable to parameter of type 'ColumnOf<unknown>'.
  namedStruct(orders.id, 'a'), // ✗ Argument of type 'NamedColumn<"id", number>' is not assignable to parameter of type 'string'.
]
