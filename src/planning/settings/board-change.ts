import type { ParsedPayload } from '../../contract';
import { type Board, type EstimationField, isTimeField } from '../../jira/boards';
import { numberFields, readFields } from '../../jira/fields';
import type { JiraSession } from '../../jira/session';
import { Problem } from '../../problem';
import type { SettingsChange } from '../../storage/settings';

type BoardChange = Omit<ParsedPayload<'saveBoardSettings'>, 'boardId' | 'revision'>;

/** A change of a board's settings as it is stored. */
export function storedChange(change: BoardChange): SettingsChange {
  const { confidenceSource, ...rest } = change;
  return confidenceSource === undefined ? rest : { ...rest, confidenceField: fieldOf(confidenceSource) };
}

/** The field that a change would take confidences from; null: none, or the change says nothing about it. */
export function fieldWanted({ confidenceSource }: Pick<BoardChange, 'confidenceSource'>): string | null {
  return confidenceSource === undefined ? null : fieldOf(confidenceSource);
}

function fieldOf(source: NonNullable<BoardChange['confidenceSource']>): string | null {
  return source.kind === 'field' ? source.fieldId : null;
}

/**
 * Refuses what Jira cannot give: a field that holds no numbers or that this person may not see, and the board's estimation
 * field where that counts in no time.
 *
 * @param readEstimation asks for the board's own estimation field, if that is needed
 * @throws Problem `input.invalid`
 */
export async function checkBoardChange(
  jira: JiraSession,
  { name }: Pick<Board, 'name'>,
  change: BoardChange,
  readEstimation: () => Promise<EstimationField | null>,
): Promise<void> {
  const wanted = fieldWanted(change);
  if (wanted !== null && !numberFields(await readFields(jira)).some(({ id }) => id === wanted)) {
    throw new Problem(
      'input.invalid',
      'This is not a number field of Jira, or you may not see it. Choose one of the fields on offer.',
    );
  }
  if (change.estimateSource === 'boardField' && !isTimeField(await readEstimation())) {
    throw new Problem(
      'input.invalid',
      `${name} does not estimate in hours, so its own estimates cannot be planned. Choose the original or the remaining estimate.`,
    );
  }
}
