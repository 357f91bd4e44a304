/** What the server says to one request. */
export interface HttpAnswer {
  status: number;
  headers: Record<string, string>;
  body: string | Buffer;
}

/** @param value anything that JSON can carry; undefined is an empty body */
export function jsonAnswer(value: unknown, status = 200, headers: Record<string, string> = {}): HttpAnswer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: value === undefined ? '' : JSON.stringify(value),
  };
}

/** A sentence for a person, or for a client without the site's pages. */
export function sentenceAnswer(sentence: string, status: number): HttpAnswer {
  return { status, headers: { 'content-type': 'text/plain; charset=utf-8' }, body: `${sentence}\n` };
}

export function redirectAnswer(location: string): HttpAnswer {
  return { status: 302, headers: { location }, body: '' };
}
