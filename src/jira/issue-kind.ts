export type IssueKind = 'epic' | 'story' | 'bug' | 'task' | 'subtask' | 'other';

/**
 * Jira's standard type icons, by avatar id (seen in recorded payloads). Names are localised and can be renamed, the
 * avatar stays.
 */
const kindByAvatar = new Map<number, IssueKind>([
  [10307, 'epic'],
  [10315, 'story'],
  [10303, 'bug'],
  [10318, 'task'],
  [10316, 'subtask'],
]);

const kindByName = new Map<string, IssueKind>([
  ['epic', 'epic'],
  ['story', 'story'],
  ['bug', 'bug'],
  ['task', 'task'],
  ['sub-task', 'subtask'],
  ['subtask', 'subtask'],
]);

/**
 * What an issue type is: the glyph on its row, whether it is part of a parent (`subtask`), and whether it is planned at all
 * (`epic`). These two hang on its place in Jira's hierarchy where Jira says it; names and pictures are anybody's choice.
 */
export function issueKind(type: {
  name: string;
  subtask?: boolean | undefined;
  hierarchyLevel?: number | undefined;
  avatarId?: number | undefined;
  untranslatedName?: string | undefined;
}): IssueKind {
  if (type.subtask === true) return 'subtask';
  if (type.hierarchyLevel !== undefined && type.hierarchyLevel > 0) return 'epic';
  const byAvatar = type.avatarId === undefined ? undefined : kindByAvatar.get(type.avatarId);
  const kind = byAvatar ?? kindByName.get((type.untranslatedName ?? type.name).toLowerCase()) ?? 'other';
  const isStandard = (kind === 'subtask' && type.subtask === false) || (kind === 'epic' && type.hierarchyLevel === 0);
  return isStandard ? 'other' : kind;
}
