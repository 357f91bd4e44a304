import { allSettled } from '../../all-settled';
import type { Value } from '../../contract';
import { isTimeField, readEstimationField } from '../../jira/boards';
import { readFields } from '../../jira/fields';
import type { JiraSession } from '../../jira/session';
import { readTimeTracking } from '../../jira/time-tracking';
import { readSettingsLayers, settingsOf } from '../../storage/settings';
import { findBoard } from '../find-board';
import { mayPlan, rightsOnBoard } from '../may-edit-board';
import { fieldsOnOffer } from './fields-on-offer';

type BoardSettingsPage = Value<'openBoardSettings'>;

/**
 * Everything that the settings of a board show: what holds, what the board has decided itself, and what there is to
 * choose from.
 *
 * @param place the board, or the project whose first board it is
 * @throws Problem `board.unknown`, `board.none`, `board.no-sprints`, or when something could not be read
 */
export async function openBoardSettings(
  jira: JiraSession,
  place: { boardId?: number | undefined; projectKey?: string | undefined },
): Promise<BoardSettingsPage> {
  const board = await findBoard(jira, place);
  const [layers, estimation, fields, timeTracking, rights] = await allSettled([
    readSettingsLayers(board.id),
    readEstimationField(jira, board.id),
    readFields(jira),
    readTimeTracking(jira),
    rightsOnBoard(jira, board),
  ]);
  const settings = settingsOf(layers);
  const site = settingsOf({ ...layers, board: null });
  const { confidenceField } = settings;
  return {
    board: { id: board.id, name: board.name, projectKey: board.projectKey },
    revision: settings.revision,
    setUp: settings.setUp,
    settings: {
      capacityMode: settings.capacityMode,
      capacityHours: settings.capacityHours,
      defaultConfidence: settings.defaultConfidence,
      desired: settings.desired,
      subtasks: settings.subtasks,
      steps: settings.steps,
      confidenceSource: confidenceField === null ? { kind: 'planprism' } : { kind: 'field', fieldId: confidenceField },
      estimateSource: settings.estimateSource,
      drives: settings.drives,
      actualSource: settings.actualSource,
      whoSeesOthers: settings.whoSeesOthers,
    },
    site: { defaultConfidence: site.defaultConfidence, desired: site.desired, steps: site.steps },
    own: {
      defaultConfidence: layers.board?.defaultConfidence !== undefined,
      desired: layers.board?.desired !== undefined,
      steps: layers.board?.steps !== undefined,
    },
    fields: fieldsOnOffer(fields),
    estimationField: isTimeField(estimation) ? { id: estimation.fieldId, name: estimation.name } : null,
    timeTracking,
    may: { change: mayPlan(rights, settings) },
  };
}
