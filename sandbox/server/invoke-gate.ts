import * as z from 'zod';

import type { Sandbox } from '../sandbox-types';
import { type HttpAnswer, jsonAnswer } from './http-answer';
import type { HttpQuestion } from './http-question';
import { readJson } from './read-json';
import type { Session } from './session';

const invocationSchema = z.object({
  name: z.string({ error: 'name must be the name of a call of the app.' }),
  payload: z.unknown().optional(),
  accountId: z.string({ error: 'accountId must be a string.' }).optional(),
  moduleKey: z.string({ error: 'moduleKey must be a string.' }).optional(),
  extension: z.record(z.string(), z.unknown(), { error: 'extension must be an object.' }).optional(),
});

/** One call of the app's UI to its resolver: finds the function of the module and lets the Forge host run it. */
export async function answerInvoke(question: HttpQuestion, sandbox: Sandbox, session: Session): Promise<HttpAnswer> {
  const { name, payload, accountId, moduleKey, extension } = await readJson(question, invocationSchema);
  const module =
    moduleKey === undefined ? sandbox.app.modules[0] : sandbox.app.modules.find(({ key }) => key === moduleKey);
  if (module === undefined) return refusal(`manifest.yml has no module ${moduleKey ?? 'at all'}.`);
  if (module.functionKey === undefined) return refusal(`The module ${module.key} has no resolver in manifest.yml.`);
  const user =
    accountId === undefined ? session.user : sandbox.site.users.find((candidate) => candidate.accountId === accountId);
  if (user === undefined) return refusal(`The site has no user ${accountId ?? 'at all'}.`);
  const result = await sandbox.host.invoke({
    functionKey: module.functionKey,
    name,
    payload,
    moduleKey: module.key,
    extension: extension ?? {},
    accountId: user.accountId,
  });
  return jsonAnswer(result);
}

function refusal(message: string): HttpAnswer {
  return jsonAnswer({ message }, 400);
}
