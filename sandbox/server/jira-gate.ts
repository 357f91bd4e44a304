import type { Actor, Jira } from '../sandbox-types';
import type { Site } from '../site/site';
import { type HttpAnswer, jsonAnswer } from './http-answer';
import type { HttpQuestion } from './http-question';
import type { Session } from './session';

/**
 * Jira's REST operations as the site's own pages use them, and any other client: with everything that the acting user
 * may do, and no app in between.
 */
export async function answerJira(
  question: HttpQuestion,
  jira: Jira,
  site: Site,
  session: Session,
): Promise<HttpAnswer> {
  const actor = actorOf(question, site, session);
  if (actor === undefined) {
    return jsonAnswer({ errorMessages: ['Client must be authenticated to access this resource.'], errors: {} }, 401, {
      'www-authenticate': 'Basic realm="Jira"',
    });
  }
  const body = await question.readBody();
  const answer = jira.serve(
    { method: question.method, path: question.target, ...(body === '' ? {} : { body }) },
    actor,
  );
  return jsonAnswer(answer.body, answer.status, answer.headers);
}

/** Basic auth goes before the cookie: name = accountId, any token. undefined is a name that the site does not know. */
function actorOf(question: HttpQuestion, site: Site, session: Session): Actor | undefined {
  const [, encoded] = /^Basic ([A-Za-z0-9+/=]+)$/.exec(question.header('authorization') ?? '') ?? [];
  if (encoded === undefined) return { accountId: session.user?.accountId ?? null, scopes: 'all' };
  // An accountId may hold a colon itself (712020:…), a token never does.
  const name = Buffer.from(encoded, 'base64')
    .toString('utf8')
    .replace(/:[^:]*$/, '');
  const user = site.users.find(({ accountId }) => accountId === name);
  return user === undefined ? undefined : { accountId: user.accountId, scopes: 'all' };
}
