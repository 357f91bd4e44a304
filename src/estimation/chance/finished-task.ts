/** What the forecast needs to know of work that is done. Hours may be any unit, as long as it is always the same one. */
export interface FinishedTask {
  /** Hours, as it was when work began. */
  readonly estimate: number;
  /** Hours that it took. 0 says that nobody logged any, not that it took none: such a task teaches nothing. */
  readonly actual: number;
  /** Fraction in (0, 1]; null when none was recorded. */
  readonly confidence: number | null;
  readonly assignee: string | null;
  readonly type: string | null;
  readonly project: string | null;
  /** Which sprint it was finished in; null when in none. */
  readonly sprint: string | null;
  /** Date, yyyy-mm-dd; null when not known. */
  readonly start: string | null;
  /** Date, yyyy-mm-dd. */
  readonly end: string;
}

/** What the forecast needs to know of work that is planned or under way. */
export interface PlannedTask {
  /** Hours, above 0. */
  readonly estimate: number;
  /** Fraction in (0, 1]. */
  readonly confidence: number;
  readonly assignee: string | null;
  readonly type: string | null;
  readonly project: string | null;
  /** Hours already spent on it. */
  readonly spent?: number;
  /** Nothing is left of it. */
  readonly done?: boolean;
}

/** A sprint's capacity as planned, and the hours that the team then worked. */
export interface PastCapacity {
  readonly planned: number;
  readonly worked: number;
}
