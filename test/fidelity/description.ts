import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { shared } from '../open-app';

/** Atlassian's own description of the REST API: 81 operations, every reference in place. */
export const descriptionFile = join(shared, 'jira/operations.json');

/** Whether the description is here. A checkout elsewhere may not have it, and then nothing below can be checked. */
export const isDescriptionHere = existsSync(descriptionFile);

const answerSchema = z.object({
  schema: z.record(z.string(), z.unknown()).optional(),
  example: z.unknown().optional(),
});

const operationSchema = z.object({
  method: z.string(),
  path: z.string(),
  operationId: z.string(),
  deprecated: z.boolean(),
  /** The schemes of the state "Current": all scopes of one are needed. */
  scopes: z.object({ fromSecurity: z.array(z.object({ OAuth2: z.array(z.string()) })) }),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.enum(['path', 'query', 'header']),
        required: z.boolean().default(false),
        schema: z.record(z.string(), z.unknown()),
      }),
    )
    .default([]),
  requestBody: z
    .object({ required: z.boolean().default(false), schema: z.record(z.string(), z.unknown()).optional() })
    .optional(),
  responses: z.record(z.string(), answerSchema),
});

export type DescribedOperation = z.output<typeof operationSchema>;
export type DescribedAnswer = z.output<typeof answerSchema>;

let read: DescribedOperation[] | undefined;

/** @throws Error when the description is not here */
export function describedOperations(): DescribedOperation[] {
  read ??= z
    .object({ operations: z.array(operationSchema) })
    .parse(JSON.parse(readFileSync(descriptionFile, 'utf8'))).operations;
  return read;
}

/** The operation that a path (without query) belongs to, and the named parts of the path. A literal part goes before a named one. */
export function findDescribed(
  method: string,
  path: string,
): { operation: DescribedOperation; named: Record<string, string> } | undefined {
  const found = describedOperations().flatMap((operation) => {
    const named = operation.method === method ? match(operation.path.split('/'), path.split('/')) : undefined;
    return named === undefined ? [] : [{ operation, named }];
  });
  return found.sort((one, other) => Object.keys(one.named).length - Object.keys(other.named).length)[0];
}

function match(pattern: readonly string[], parts: readonly string[]): Record<string, string> | undefined {
  if (pattern.length !== parts.length) return undefined;
  const named: Record<string, string> = {};
  for (const [index, wanted] of pattern.entries()) {
    const part = parts[index] ?? '';
    const name = /^\{(\w+)\}$/.exec(wanted)?.[1];
    if (name !== undefined) named[name] = decodeURIComponent(part);
    else if (wanted !== part) return undefined;
  }
  return named;
}
