/** A request that Jira turns down. The answer's body is Jira's `ErrorCollection`. */
export class JiraRefusal extends Error {
  readonly status: number;
  readonly errorMessages: readonly string[];
  readonly errors: Readonly<Record<string, string>>;

  constructor(status: number, errorMessages: readonly string[], errors: Readonly<Record<string, string>> = {}) {
    super([...errorMessages, ...Object.values(errors)].join(' '));
    this.name = 'JiraRefusal';
    this.status = status;
    this.errorMessages = errorMessages;
    this.errors = errors;
  }
}

/** What Jira could do here and the sandbox cannot: 501, so that nobody mistakes it for an answer. */
export class NotModelled extends Error {}
