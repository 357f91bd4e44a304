/** Every reason for which a call can fail. The part before the dot says where to look. */
export type ProblemCode =
  | 'input.invalid'
  | 'board.unknown'
  | 'board.none'
  | 'board.no-sprints'
  | 'sprint.none'
  | 'sprint.unknown'
  | 'sprint.too-large'
  | 'issue.unknown'
  | 'issue.conflict'
  | 'issue.no-transition'
  | 'issue.needs-screen'
  | 'plan.conflict'
  | 'apply.busy'
  | 'apply.changed'
  | 'apply.closed'
  | 'apply.no-next-sprint'
  | 'apply.nothing-to-undo'
  | 'settings.conflict'
  | 'team.conflict'
  | 'team.no-project'
  | 'permission.denied'
  | 'jira.scope'
  | 'jira.busy'
  | 'jira.failed'
  | 'jira.unreadable'
  | 'storage.unreadable'
  | 'storage.failed'
  | 'app.failed';

export interface BoardName {
  readonly id: number;
  readonly name: string;
}

/**
 * The one failure value. `message` is a sentence for people: what happened and what they can do.
 * `cause` and `detail` are for the logs of the developer and never cross the bridge.
 */
export class Problem extends Error {
  readonly code: ProblemCode;
  /** Which request or stored value failed; never holds what people wrote. */
  readonly detail: string | undefined;
  /** `issue.conflict`: what is stored now; null is nothing. */
  readonly currentValue: number | null | undefined;
  /** `board.no-sprints`: boards of the project that do plan in sprints. */
  readonly boards: readonly BoardName[] | undefined;

  constructor(
    code: ProblemCode,
    message: string,
    options: { cause?: unknown; detail?: string; currentValue?: number | null; boards?: readonly BoardName[] } = {},
  ) {
    super(message, 'cause' in options ? { cause: options.cause } : {});
    this.name = 'Problem';
    this.code = code;
    this.detail = options.detail;
    this.currentValue = options.currentValue;
    this.boards = options.boards;
  }
}
