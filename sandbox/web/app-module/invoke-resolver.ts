import * as z from 'zod';

export interface ResolverCall {
  name: string;
  payload: unknown;
  accountId: string;
  moduleKey: string;
  extension: Record<string, unknown>;
}

const resultSchema = z.object({ body: z.unknown().optional(), error: z.string().optional() });
const refusalSchema = z.object({ message: z.string() });

/**
 * Runs a call of the app in the sandbox's Forge.
 *
 * @throws Error in the words that Forge's bridge uses when a resolver has thrown
 */
export async function invokeResolver(call: ResolverCall): Promise<unknown> {
  const response = await fetch('/sandbox/invoke', { method: 'POST', body: JSON.stringify(call) });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(refusalSchema.parse(answer).message);
  const { body, error } = resultSchema.parse(answer);
  if (error !== undefined) throw new Error(`There was an error invoking the function - ${error}`);
  return body;
}
