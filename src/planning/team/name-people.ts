import type { ParsedPayload, Value } from '../../contract';
import { readBoard } from '../../jira/boards';
import { readAllNames } from '../../jira/people';
import type { JiraSession } from '../../jira/session';

/**
 * The names of people by account id, for who may see the board; whom Jira does not know is not among them.
 *
 * @throws Problem `board.unknown`, or when Jira does not answer
 */
export async function namePeople(
  jira: JiraSession,
  { boardId, accountIds }: ParsedPayload<'namePeople'>,
): Promise<Value<'namePeople'>> {
  await readBoard(jira, boardId);
  const names = await readAllNames(jira, accountIds);
  return [...names].map(([accountId, name]) => ({ accountId, name }));
}
