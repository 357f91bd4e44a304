import * as z from 'zod';

import { statusSchema } from '../forge/app-manifest';
import type { Sandbox } from '../sandbox-types';
import { type HttpAnswer, jsonAnswer } from './http-answer';
import type { HttpQuestion } from './http-question';
import { readJson } from './read-json';
import type { Session } from './session';

const questionSchema = z.object({
  moduleKey: z.string({ error: 'moduleKey must be a string.' }),
  extension: z.record(z.string(), z.unknown(), { error: 'extension must be an object.' }),
});

const propertiesSchema = z.object({ status: statusSchema });

/**
 * What a panel of the issue view says while it is closed, by the function that manifest.yml names for it. When that fails,
 * or answers something else, `status` is null and the manifest's own stays.
 */
export async function answerProperties(
  question: HttpQuestion,
  sandbox: Sandbox,
  session: Session,
): Promise<HttpAnswer> {
  const { moduleKey, extension } = await readJson(question, questionSchema);
  const module = sandbox.app.modules.find(({ key }) => key === moduleKey);
  const functionKey = module?.propertiesFunctionKey;
  if (functionKey === undefined) {
    return jsonAnswer({ message: `manifest.yml has no module ${moduleKey} with dynamicProperties.` }, 400);
  }
  if (session.user === undefined) return jsonAnswer({ message: 'The site has no user.' }, 400);
  const { accountId } = session.user;
  const { body } = await sandbox.host.askProperties({ functionKey, moduleKey, extension, accountId });
  const properties = propertiesSchema.safeParse(body);
  return jsonAnswer({ status: properties.success ? properties.data.status : null });
}
