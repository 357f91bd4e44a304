import type * as z from 'zod';
import { JiraRefusal } from './refusal';
import { jiraRefusalTable } from './refusals';
import { wordsOf } from './refuse';

/**
 * The body of a request in the shape of the description.
 * @throws JiraRefusal 400 when it has another one, with a sentence for each fault
 */
export function bodyAs<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const refusal = jiraRefusalTable.bodyHasAnotherShape;
  throw new JiraRefusal(
    refusal.status,
    parsed.error.issues.map(({ path, message }) => wordsOf(refusal, path.join('.') || 'Something', message)),
  );
}
