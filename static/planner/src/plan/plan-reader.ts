import type { Answer, Payload, Planner } from '../../../../src/contract';
import { isOutdated, isStale, type PlannerState } from './planner-state';

/** What reading the plan anew needs of the page; tests bring their own. */
export interface ReaderWorld {
  /** The page as it stands now. */
  state(): PlannerState;
  read(asked: Payload<'openPlanner'>): Promise<Answer<Planner>>;
  /** @param saves as they were when it was asked for */
  onRead(planner: Planner, saves: number): void;
}

export interface PlanReader {
  /** Something has changed elsewhere: reads the plan as soon as nothing is being saved. */
  refresh(): void;
  /** The page is another than before: what it was saving may be saved. */
  pageChanged(): void;
  /** Whether anybody can see the page. */
  show(isVisible: boolean): void;
  close(): void;
}

/** What may be otherwise in a while. A board that may not be seen any more stays unseen. */
const passes = /^jira\.busy$|\.failed$/;
const firstAgain = 5000;
const longest = 60_000;

/**
 * Milliseconds until the plan is read again, because a reading brought nothing; null where the next would bring nothing
 * either.
 *
 * @param failures how many readings brought nothing, one after the other
 * @param code of the last one's problem; null: the answer was older than the page
 */
export function waitToReadAgain(failures: number, code: string | null): number | null {
  return code === null || passes.test(code) ? Math.min(longest, firstAgain * 2 ** (failures - 1)) : null;
}

/**
 * Reads the plan of the page anew whenever it is asked to, until it is closed. Two readings may overlap, and the first
 * may come last: then it is older than the page. What could not be read is read again, while somebody looks.
 */
export function openPlanReader(world: ReaderWorld, isVisible: boolean): PlanReader {
  let hidden = !isVisible;
  let closed = false;
  let wanted = false;
  /** It was time to read again while nobody looked. */
  let overdue = false;
  /** Readings are numbered as they are asked for; `shown` is the newest that came to the page. */
  let asked = 0;
  let shown = 0;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const readIfWanted = (): void => {
    const { stored, flight, saves, changedIssues } = world.state();
    if (closed || !wanted || flight !== null) return;
    clearTimeout(timer);
    wanted = false;
    overdue = false;
    asked += 1;
    const reading = asked;
    const { board, sprint } = stored;
    void world
      .read({ boardId: board.id, sprintId: sprint.id, changedIssues: changedIssues.slice(-50) })
      .then((answer) => {
        if (!closed && reading > shown) answered(reading, saves, answer);
      });
  };

  const answered = (reading: number, saves: number, answer: Answer<Planner>): void => {
    const isNewest = reading === asked;
    if ('value' in answer && !isOutdated(world.state(), answer.value, saves)) {
      shown = reading;
      if (isNewest) failures = 0;
      world.onRead(answer.value, saves);
    } else if (isNewest) {
      // Of any other the newer one will tell.
      if (isStale(world.state(), saves)) refresh();
      else readLater('problem' in answer ? answer.problem.code : null);
    }
  };

  const readLater = (code: string | null): void => {
    failures += 1;
    const wait = waitToReadAgain(failures, code);
    if (wait === null) return;
    timer = setTimeout(() => {
      if (hidden) overdue = true;
      else refresh();
    }, wait);
  };

  const refresh = (): void => {
    wanted = true;
    readIfWanted();
  };

  return {
    refresh,
    pageChanged: readIfWanted,
    show(visible) {
      hidden = !visible;
      if (visible && overdue) refresh();
    },
    close() {
      closed = true;
      clearTimeout(timer);
    },
  };
}
