import * as z from 'zod';

/** Jira said no; the message is a sentence for the person at the screen. */
export class JiraRefusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

const refusalSchema = z.object({ errorMessages: z.array(z.string()) });

/**
 * Reads one of Jira's operations as the person who is logged in.
 *
 * @throws JiraRefusal with Jira's own first message, when there is one
 */
export async function askJira<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>> {
  const response = await fetch(path, { headers: { accept: 'application/json' } });
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) return schema.parse(body);
  const refusal = refusalSchema.safeParse(body);
  const message = refusal.success ? refusal.data.errorMessages[0] : undefined;
  throw new JiraRefusal(response.status, message ?? `Jira answered ${String(response.status)}.`);
}
