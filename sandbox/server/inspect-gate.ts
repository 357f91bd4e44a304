import type { Sandbox } from '../sandbox-types';
import { changeConditions, conditionsChangeSchema, faultTargets } from './change-conditions';
import { type HttpAnswer, jsonAnswer } from './http-answer';
import type { HttpQuestion } from './http-question';
import { queryOf } from './inspect-page';
import { inspectIssues, inspectOverview } from './inspect-site';
import { inspectValue, inspectValues } from './inspect-storage';
import { inspectInvocation, inspectTraffic } from './inspect-traffic';
import { readJson } from './read-json';

/**
 * What the inspector asks: the state of the sandbox and what the app did, as they are and whoever is logged in, and the
 * conditions, which it may change. undefined is an address that is none of its own.
 *
 * @throws RequestRefused when conditions cannot be what was sent
 */
export async function answerInspector(question: HttpQuestion, sandbox: Sandbox): Promise<HttpAnswer | undefined> {
  const { site, stored, traffic, events, conditions } = sandbox;
  const query = queryOf(question);
  switch (`${question.method} ${question.path}`) {
    case 'GET /sandbox/inspect/overview':
      return jsonAnswer(inspectOverview(sandbox));
    case 'GET /sandbox/inspect/issues':
      return jsonAnswer(inspectIssues(site, query));
    case 'GET /sandbox/inspect/issue':
      return foundOr404(
        site.issues.find(({ key }) => key === query.get('key')),
        'The site has no such issue.',
      );
    case 'GET /sandbox/inspect/values':
      return jsonAnswer(inspectValues(stored, query));
    case 'GET /sandbox/inspect/value':
      return foundOr404(inspectValue(stored, query), 'There is no such value any more.');
    case 'GET /sandbox/inspect/traffic':
      return jsonAnswer(inspectTraffic(sandbox));
    case 'GET /sandbox/inspect/invocation':
      return foundOr404(
        inspectInvocation(traffic, Number(query.get('number'))),
        'The sandbox has forgotten this invocation.',
      );
    case 'GET /sandbox/inspect/event':
      return foundOr404(
        events.pending.find(({ id }) => id === query.get('id')),
        'This event is not on its way any more.',
      );
    case 'GET /sandbox/conditions':
      return jsonAnswer({ conditions, faultTargets });
    case 'POST /sandbox/conditions':
      changeConditions(conditions, await readJson(question, conditionsChangeSchema));
      return jsonAnswer({ conditions, faultTargets });
    default:
      return undefined;
  }
}

function foundOr404(found: object | undefined, message: string): HttpAnswer {
  return found === undefined ? jsonAnswer({ message }, 404) : jsonAnswer(found);
}
