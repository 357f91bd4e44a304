import { openJira } from '../../src/jira/session';
import { Problem } from '../../src/problem';

/** Nobody waits, and there is time enough. */
export const session = openJira({ now: () => 0, sleep: () => Promise.resolve(), random: () => 0.5 }, 20_000);

/** A call that the app sent to Jira. */
export interface Asked {
  method: string;
  path: string;
  body: unknown;
}

/**
 * Runs a piece of the jira room on the real SDK while Jira gives these answers in turn, whatever it is asked. A question too
 * many fails, and so does a second piece before the first has ended: they would take each other's answers.
 *
 * @param status of every answer
 */
export async function onAnswers<Result>(
  answers: readonly unknown[],
  work: () => Promise<Result>,
  status = 200,
): Promise<{ result: Result; asked: Asked[] }> {
  const asked: Asked[] = [];
  const answer = (_target: unknown, path: unknown, init?: RequestInit): Promise<Response> => {
    const body = answers[asked.length];
    asked.push({
      method: init?.method ?? 'GET',
      path: String(path),
      body: typeof init?.body === 'string' ? JSON.parse(init.body) : undefined,
    });
    if (body === undefined) throw new Error(`No answer is left for ${String(path)}.`);
    return Promise.resolve(new Response(JSON.stringify(body), { status }));
  };
  if ('__forge_fetch__' in globalThis) throw new Error('Another piece of the jira room is still asking.');
  // Where @forge/api sends its calls.
  Object.defineProperty(globalThis, '__forge_fetch__', { configurable: true, value: answer });
  try {
    return { result: await work(), asked };
  } finally {
    Reflect.deleteProperty(globalThis, '__forge_fetch__');
  }
}

/** The Problem that this fails with; anything else fails the test. */
export async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const outcome: unknown = await work.then(
    () => new Error('It went well.'),
    (error: unknown) => error,
  );
  if (outcome instanceof Problem) return outcome;
  throw outcome;
}
