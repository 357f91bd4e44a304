import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import * as z from 'zod';
import { operations } from '../../../sandbox/jira/operations';

const describedSchema = z.object({
  operations: z.array(
    z.object({
      method: z.string(),
      path: z.string(),
      operationId: z.string(),
      deprecated: z.boolean(),
      scopes: z.object({ fromSecurity: z.array(z.object({ OAuth2: z.array(z.string()) })) }),
      parameters: z.array(z.object({ name: z.string(), in: z.string() })).default([]),
    }),
  ),
});

const file = resolve(__dirname, '../../../../shared/jira/operations.json');
const described = describedSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).operations;

/** Jira takes it and ignores it (measured 2026-10-02). */
const measuredExtras = ['startAt'];

describe("Atlassian's description", () => {
  it.each(operations.map((operation) => [`${operation.method} ${operation.path}`, operation] as const))(
    'has %s as it is modelled',
    (_name, operation) => {
      const found = described.find(({ method, path }) => method === operation.method && path === operation.path);
      expect(found?.operationId).toBe(operation.operationId);
      expect(found?.deprecated).toBe(false);
      expect(found?.scopes.fromSecurity[0]?.OAuth2).toEqual(operation.scopes);
      const names = found?.parameters.map(({ name }) => name) ?? [];
      expect(operation.parameters.filter((name) => !names.includes(name) && !measuredExtras.includes(name))).toEqual(
        [],
      );
    },
  );
});
