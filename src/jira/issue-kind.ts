export type IssueKind = 'epic' | 'story' | 'bug' | 'task' | 'subtask' | 'other';

/**
 * Jira's standard type icons, by avatar id (seen in recorded payloads). Names are localised and can be renamed, the
 * avatar stays; this only chooses the glyph on a row.
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

/** Which glyph stands for an issue type. */
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
  return byAvatar ?? kindByName.get((type.untranslatedName ?? type.name).toLowerCase()) ?? 'other';
}
