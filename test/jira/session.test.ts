import type { APIResponse } from '@forge/api';
import * as z from 'zod';

import { ask, openJira, type Pace } from '../../src/jira/session';
import { Problem } from '../../src/problem';

/** A clock that moves only when somebody waits. */
function heldPace(): Pace & { waits: number[] } {
  let time = 0;
  const waits: number[] = [];
  return {
    waits,
    now: () => time,
    sleep: (milliseconds) => {
      waits.push(milliseconds);
      time += milliseconds;
      return Promise.resolve();
    },
    random: () => 0.5,
  };
}

const answering = (...answers: Response[]): { call: () => Promise<APIResponse>; calls: () => number } => {
  let count = 0;
  return {
    call: () => {
      const answer = answers[Math.min(count, answers.length - 1)];
      count += 1;
      if (answer === undefined) throw new Error('no answer prepared');
      return Promise.resolve(answer.clone());
    },
    calls: () => count,
  };
};

const busy = (seconds?: number): Response =>
  new Response('{}', { status: 429, headers: seconds === undefined ? {} : { 'Retry-After': String(seconds) } });
const fine = (): Response => new Response('{"name":"WEB board"}', { status: 200 });
const schema = z.object({ name: z.string() });
const problemOf = async (work: Promise<unknown>): Promise<Problem> => {
  const outcome: unknown = await work.then(
    () => new Error('It went well.'),
    (error: unknown) => error,
  );
  if (outcome instanceof Problem) return outcome;
  throw outcome;
};

describe('asking Jira', () => {
  it('tries again after the time that Jira asked for', async () => {
    const pace = heldPace();
    const jira = answering(busy(3), busy(1), fine());
    await expect(ask(openJira(pace, 20_000), 'getBoard', jira.call, schema)).resolves.toEqual({ name: 'WEB board' });
    expect(pace.waits).toEqual([3000, 1000]);
  });

  it('backs off by itself when Jira fails without saying for how long', async () => {
    const pace = heldPace();
    const jira = answering(new Response('', { status: 503 }), new Response('', { status: 500 }), fine());
    await ask(openJira(pace, 20_000), 'getBoard', jira.call, schema);
    expect(pace.waits).toEqual([500, 1000]);
  });

  it('gives up after four retries and says that Jira is busy', async () => {
    const pace = heldPace();
    const jira = answering(busy());
    expect(await problemOf(ask(openJira(pace, 60_000), 'getBoard', jira.call, schema))).toMatchObject({
      code: 'jira.busy',
    });
    expect(jira.calls()).toBe(5);
  });

  it('does not wait beyond the time that the invocation has', async () => {
    const pace = heldPace();
    const jira = answering(busy(30));
    expect(await problemOf(ask(openJira(pace, 20_000), 'getBoard', jira.call, schema))).toMatchObject({
      code: 'jira.busy',
    });
    expect(pace.waits).toEqual([]);
  });

  it.each([
    [400, '{}', 'jira.failed'],
    [401, '{"message":"Unauthorized; scope does not match"}', 'jira.scope'],
    [401, '', 'permission.denied'],
    [403, '', 'permission.denied'],
    [404, '', 'permission.denied'],
    [501, '', 'jira.failed'],
  ])('makes a sentence of %i %s at once, without trying again', async (status, body, code) => {
    const jira = answering(new Response(body, { status }));
    const problem = await problemOf(ask(openJira(heldPace(), 20_000), 'getBoard', jira.call, schema));
    expect(problem.code).toBe(code);
    expect(problem.message).toMatch(/^[A-Z].*\.$/);
    expect(jira.calls()).toBe(1);
  });

  it('says so when the answer is not what Jira describes, and keeps the content out of the log', async () => {
    const jira = answering(new Response('{"name":{"secret":"Ada"}}', { status: 200 }));
    const problem = await problemOf(ask(openJira(heldPace(), 20_000), 'getBoard', jira.call, schema));
    expect(problem.code).toBe('jira.unreadable');
    expect(problem.detail).toBe('getBoard: name');
  });

  it('says that Jira cannot be reached when the call itself fails', async () => {
    const call = (): Promise<APIResponse> => Promise.reject(new TypeError('fetch failed'));
    expect(await problemOf(ask(openJira(heldPace(), 20_000), 'getBoard', call, schema))).toMatchObject({
      code: 'jira.failed',
    });
  });

  it('has at most eight calls under way at once', async () => {
    const session = openJira(heldPace(), 20_000);
    let [under, most] = [0, 0];
    const call = async (): Promise<APIResponse> => {
      under += 1;
      most = Math.max(most, under);
      await Promise.resolve();
      under -= 1;
      return fine();
    };
    await Promise.all(Array.from({ length: 30 }, () => ask(session, 'getBoard', call, schema)));
    expect(most).toBe(8);
    expect(under).toBe(0);
  });

  it('starts no call after the deadline, also none that has waited for its turn', async () => {
    let time = 0;
    let started = 0;
    const pace: Pace = { now: () => time, sleep: () => Promise.resolve(), random: () => 0.5 };
    const session = openJira(pace, 20_000);
    const slow = (): Promise<APIResponse> => {
      started += 1;
      time += 3000;
      return Promise.resolve(fine());
    };
    const outcomes = await Promise.allSettled(Array.from({ length: 32 }, () => ask(session, 'getBoard', slow, schema)));
    // 3 s each: the seventh starts at 18 s and ends at 21 s.
    expect(started).toBe(7);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(25);
  });

  it('sends nothing twice that would be done twice', async () => {
    const jira = answering(new Response('', { status: 502 }), fine());
    const problem = await problemOf(
      ask(openJira(heldPace(), 20_000), 'doTransition', jira.call, schema, { once: true }),
    );
    expect(problem.code).toBe('jira.failed');
    expect(jira.calls()).toBe(1);
    const slowed = answering(busy(1), fine());
    await expect(
      ask(openJira(heldPace(), 20_000), 'doTransition', slowed.call, schema, { once: true }),
    ).resolves.toEqual({ name: 'WEB board' });
  });
});
