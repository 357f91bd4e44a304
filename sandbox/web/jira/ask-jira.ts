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

const refusalSchema = z.object({
  errorMessages: z.array(z.string()).default([]),
  errors: z.record(z.string(), z.string()).default({}),
});

/**
 * Reads one of Jira's operations as the person who is logged in.
 *
 * @throws JiraRefusal with Jira's own first message, when there is one
 */
export async function askJira<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>> {
  return schema.parse(await answerOf(path, { headers: { accept: 'application/json' } }));
}

/** Changes something in Jira as the person who is logged in. @throws JiraRefusal likewise */
export async function tellJira(path: string, body: object): Promise<void> {
  const headers = { accept: 'application/json', 'content-type': 'application/json' };
  await answerOf(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

async function answerOf(path: string, init: RequestInit): Promise<unknown> {
  const response = await fetch(path, init);
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) return body;
  const { errorMessages = [], errors = {} } = refusalSchema.safeParse(body).data ?? {};
  const [message = `Jira answered ${String(response.status)}.`] = [...errorMessages, ...Object.values(errors)];
  throw new JiraRefusal(response.status, message);
}

/** What to tell the person when something that they did was not done. */
export function reasonOf(error: unknown): string {
  return error instanceof JiraRefusal ? error.message : 'Jira could not be reached.';
}
