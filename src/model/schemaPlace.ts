import { z } from "zod";

/**
 * What the schema allows at a place of a file: a mistyped `laod` is answered with the nearest key, and an effect may
 * create `load` where a station has none yet. A union allows what any of its options does.
 */
export type SchemaPlace = readonly unknown[];

function optionsOf(schema: unknown): unknown[] {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodLazy
  ) {
    return optionsOf(schema.unwrap());
  }
  if (schema instanceof z.ZodUnion) return schema.options.flatMap(optionsOf);
  return [schema];
}

export function placeOf(schema: unknown): SchemaPlace {
  return optionsOf(schema);
}

/** One step down a path: a key of an object or record, or into an element of an array. */
export function stepInto(place: SchemaPlace, key: string): SchemaPlace {
  return place.flatMap((schema) => {
    if (schema instanceof z.ZodObject) {
      const inner: unknown = Object.hasOwn(schema.shape, key) ? schema.shape[key] : undefined;
      return inner === undefined ? [] : optionsOf(inner);
    }
    if (schema instanceof z.ZodArray) return optionsOf(schema.element);
    if (schema instanceof z.ZodRecord) return optionsOf(schema.valueType);
    return [];
  });
}

export function keysAt(place: SchemaPlace): string[] {
  return [...new Set(place.flatMap((schema) => (schema instanceof z.ZodObject ? Object.keys(schema.shape) : [])))];
}

export function holdsObject(place: SchemaPlace): boolean {
  return place.some((schema) => schema instanceof z.ZodObject || schema instanceof z.ZodRecord);
}

export function holdsArray(place: SchemaPlace): boolean {
  return place.some((schema) => schema instanceof z.ZodArray);
}
