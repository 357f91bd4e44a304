import type * as z from 'zod';

import { type HttpQuestion, RequestRefused } from './http-question';

/** @throws RequestRefused with the first thing that is wrong */
export async function readJson<Schema extends z.ZodType>(
  question: HttpQuestion,
  schema: Schema,
): Promise<z.output<Schema>> {
  const text = await question.readBody();
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw new RequestRefused(400, 'The body is not JSON.');
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new RequestRefused(400, parsed.error.issues[0]?.message ?? 'The body is not what this address takes.');
}
