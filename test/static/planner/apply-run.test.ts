import type { Answer, ApplyReport } from '../../../src/contract';
import { doneIds, nothingDone, runToTheEnd, toReconcile } from '../../../static/planner/src/apply/apply-run';

const named = (issueId: string) => ({ issueId, key: `WEB-${issueId}`, summary: `Issue ${issueId}` });
const refusal = (issueId: string, why = 'Not allowed.') => ({
  ...named(issueId),
  code: 'denied',
  why,
  what: 'move' as const,
});
const report = (part: Partial<ApplyReport>): ApplyReport => ({ ...nothingDone, ...part });

/** Answers one call after the other, and fails the test when there is one more. */
function answering(...answers: Answer<ApplyReport>[]) {
  const told: (readonly string[])[] = [];
  const waiting = [...answers];
  const send = (done: readonly string[]): Promise<Answer<ApplyReport>> => {
    told.push(done);
    const answer = waiting.shift();
    return answer === undefined ? Promise.reject(new Error('called once too often')) : Promise.resolve(answer);
  };
  return { send, told };
}

const silent = (): void => undefined;

describe('Applying in several calls', () => {
  it('goes on until nothing is left, and each call is told what was done before it', async () => {
    const { send, told } = answering(
      { value: report({ in: [named('1'), named('2')], left: 2 }) },
      { value: report({ out: [{ ...named('3'), to: 'backlog' }], left: 1 }) },
      { value: report({ ranked: [named('1')] }) },
    );
    const seen: number[] = [];
    const end = await runToTheEnd(send, nothingDone, ({ left }) => seen.push(left));

    expect(end.problem).toBeNull();
    expect(end.report.in.map(({ issueId }) => issueId)).toEqual(['1', '2']);
    expect(end.report.out.map(({ issueId }) => issueId)).toEqual(['3']);
    expect(end.report.ranked.map(({ issueId }) => issueId)).toEqual(['1']);
    expect(told).toEqual([[], ['1', '2'], ['1', '2', '3']]);
    expect(seen).toEqual([2, 1, 0]);
  });

  it('stops when a call leaves as much as the one before it', async () => {
    const { send, told } = answering(
      { value: report({ ranked: [named('1')], left: 5 }) },
      { value: report({ ranked: [named('1')], left: 5 }) },
    );
    const end = await runToTheEnd(send, nothingDone, silent);
    expect(told).toHaveLength(2);
    expect(end).toEqual({ report: report({ ranked: [named('1')], left: 5 }), problem: null });
  });

  it('keeps what was done when a later call fails', async () => {
    const problem = { code: 'bridge.failed', message: 'Not reached.' };
    const { send } = answering({ value: report({ in: [named('1')], left: 3 }) }, { problem });
    const end = await runToTheEnd(send, nothingDone, silent);
    expect(end).toEqual({ report: report({ in: [named('1')], left: 3 }), problem });
  });

  it('adds to what was done before, when it is tried again', async () => {
    const { send, told } = answering({ value: report({ in: [named('2')] }) });
    const end = await runToTheEnd(send, report({ in: [named('1')], refused: [refusal('2')] }), silent);
    expect(told).toEqual([['1']]);
    expect(doneIds(end.report)).toEqual(['1', '2']);
    expect(end.report.refused).toEqual([]);
  });

  it('names a refusal as Jira said it last, and keeps one that the last call did not come to', async () => {
    const { send } = answering(
      { value: report({ in: [named('9')], refused: [refusal('1'), refusal('2'), refusal('5')], left: 4 }) },
      { value: report({ in: [named('2')], refused: [refusal('1', 'Still not allowed.')], left: 3 }) },
      { problem: { code: 'jira.busy', message: 'Busy.' } },
    );
    const end = await runToTheEnd(send, nothingDone, silent);
    expect(end.report.refused).toEqual([refusal('5'), refusal('1', 'Still not allowed.')]);
  });

  it('has Jira look anew at the 50 issues that were changed last, each once', () => {
    const many = Array.from({ length: 60 }, (_, index) => String(index + 1));
    expect(toReconcile(many)).toEqual(many.slice(10));
    expect(toReconcile(['1', '2'], ['3', '1'])).toEqual(['2', '3', '1']);
  });
});
