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

/** Jira Cloud's words, measured 2026-10-02 (measured-facts.md). */
export function noSuchIssue(): JiraRefusal {
  return new JiraRefusal(404, ['Issue does not exist or you do not have permission to see it.']);
}

/** 404 is in the description of getBoard; the words are those that public clients of Jira expect. */
export function noSuchBoard(): JiraRefusal {
  return new JiraRefusal(404, ['Board does not exist or you do not have permission to see it.']);
}

/** 404 is in the description of getSprint; no source has the words. */
export function noSuchSprint(): JiraRefusal {
  return new JiraRefusal(404, ['Sprint does not exist or you do not have permission to see it.']);
}

/** Measured 2026-10-02 for GET /board/{kanban}/sprint: 400 with these words. */
export function noSprintsHere(): JiraRefusal {
  return new JiraRefusal(400, ['The board does not support sprints']);
}
