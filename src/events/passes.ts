import { Problem } from '../problem';

/** For the log, and for the question whether to try again. */
export function codeOf(error: unknown): string {
  return error instanceof Problem ? error.code : 'app.failed';
}

/** What may be otherwise in a while: Jira or storage did not answer. */
export function passes(code: string): boolean {
  return /^(jira\.(busy|failed)|storage\.failed)$/.test(code);
}
