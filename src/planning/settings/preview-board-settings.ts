import { allSettled } from '../../all-settled';
import type { ParsedPayload, Planner, PlannerItem, Value } from '../../contract';
import type { JiraSession } from '../../jira/session';
import { changedSettings, readSettingsLayers, settingsOf } from '../../storage/settings';
import { confidencesOf } from '../confidences-of';
import { gatherPlanner } from '../gather-planner';
import { makePlanner } from '../make-planner';
import { readPreviousCapacity } from '../team/previous-capacity';
import { checkBoardChange, fieldWanted, storedChange } from './board-change';

type Preview = Value<'previewBoardSettings'>;

/**
 * What a change of a board's settings would change about a sprint. Writes nothing, and costs what opening the planner costs.
 *
 * @throws Problem `input.invalid` for a source that Jira cannot give, or as opening the planner does
 */
export async function previewBoardSettings(
  jira: JiraSession,
  { boardId, sprintId, ...change }: ParsedPayload<'previewBoardSettings'>,
): Promise<Preview> {
  const wanted = fieldWanted(change);
  const numbers = wanted === null ? [] : [wanted];
  const { gathered, plan } = await gatherPlanner(jira, {
    boardId,
    sprintId,
    numbers,
    actualSource: change.actualSource,
  });
  await checkBoardChange(jira, gathered.board, change, () => Promise.resolve(gathered.estimation));
  const layers = await readSettingsLayers(boardId);
  const settings = settingsOf({ ...layers, board: changedSettings(layers.board, storedChange(change)) });
  const issueIds = [...gathered.issues, ...gathered.pulled].map(({ id }) => id);
  const [confidences, previous] = await allSettled([
    confidencesOf(issueIds, settings),
    settings.capacityMode === 'sprint'
      ? readPreviousCapacity(boardId, gathered.sprints, gathered.sprint)
      : Promise.resolve(null),
  ]);
  return previewOf(makePlanner(gathered, plan), makePlanner({ ...gathered, settings, confidences, previous }, plan));
}

/** The difference between the same sprint under two settings. */
export function previewOf(before: Planner, after: Planner): Preview {
  const itemsBefore = new Map(before.items.map((item) => [item.issueId, counted(item)]));
  return {
    sprint: { id: after.sprint.id, name: after.sprint.name },
    issues: after.items.length,
    changes: after.items.flatMap((item) => {
      const [was, is] = [itemsBefore.get(item.issueId), counted(item)];
      if (was === undefined || isSame(was, is)) return [];
      return [{ issueId: item.issueId, key: item.key, summary: item.summary, before: was, after: is }];
    }),
    before: totals(before),
    after: totals(after),
  };
}

type Counted = Preview['changes'][number]['before'];

function counted({ hours, hoursSource, confidence, confidenceSource }: PlannerItem): Counted {
  const isAssumed = hoursSource === 'default' || hoursSource === 'none' || confidenceSource === 'default';
  return { hours, confidence, known: !isAssumed };
}

function isSame(one: Counted, other: Counted): boolean {
  return one.hours === other.hours && one.confidence === other.confidence && one.known === other.known;
}

function totals({ plan, ratio }: Planner): Preview['before'] {
  return { above: plan.cutline.count, ratio: ratio === null ? null : Math.round(ratio * 100) };
}
