import * as z from 'zod';

/**
 * A node of the document that `@forge/react` sends after every change: the component's name, its props as they were
 * written (functions among them) and what is in it. `key` is the same as long as React keeps the component.
 */
export interface ForgeNode {
  type: string;
  key: string;
  props: Record<string, unknown>;
  children: ForgeNode[];
}

const nodeSchema: z.ZodType<ForgeNode> = z.object({
  type: z.string(),
  key: z.string(),
  props: z.record(z.string(), z.unknown()),
  children: z.array(z.lazy(() => nodeSchema)),
});

/** @throws Error when it is no such document */
export function readForgeDoc(forgeDoc: unknown): ForgeNode {
  const parsed = nodeSchema.safeParse(forgeDoc);
  if (parsed.success) return parsed.data;
  throw new Error(`The app sent a document that is not UI Kit's: ${z.prettifyError(parsed.error)}`);
}
