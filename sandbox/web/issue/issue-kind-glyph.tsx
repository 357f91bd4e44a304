import type { Issue } from '../jira/issues';

import './issue-kind-glyph.css';

type Kind = 'epic' | 'story' | 'bug' | 'task' | 'subtask' | 'other';

const shapes: Record<Kind, string> = {
  epic: 'M9.2 2.5 4 9h3.3l-.6 4.5L12 7H8.6z',
  story: 'M4.5 3h7v10.2L8 10.4l-3.5 2.8z',
  bug: 'M8 4.2a3.8 3.8 0 1 1 0 7.6 3.8 3.8 0 0 1 0-7.6',
  task: 'm3.6 8.2 1.5-1.5 1.9 1.9 4-4 1.5 1.5L7 11.6z',
  subtask: 'M3.5 3.5h5.4v2H5.5v3.4h-2zm3.6 3.6h5.4v5.4H7.1z',
  other: 'M4 7h8v2H4z',
};

/** The kind of an issue as a small coloured tile; its name is for the ear and the pointer. */
export function IssueKindGlyph({ type }: { type: Issue['type'] }) {
  const kind = kindOf(type);
  return (
    <svg
      className="issue-kind"
      data-kind={kind}
      width="16"
      height="16"
      viewBox="0 0 16 16"
      role="img"
      aria-label={type.name}
    >
      <title>{type.name}</title>
      <rect width="16" height="16" rx="3" className="issue-kind-tile" />
      <path d={shapes[kind]} className="issue-kind-shape" />
    </svg>
  );
}

/** By place in the hierarchy first; the English names only tell bugs, stories and tasks apart. */
function kindOf({ name, subtask, hierarchyLevel }: Issue['type']): Kind {
  if (subtask === true || hierarchyLevel === -1) return 'subtask';
  if ((hierarchyLevel ?? 0) > 0) return 'epic';
  switch (name.toLowerCase()) {
    case 'epic':
      return 'epic';
    case 'story':
      return 'story';
    case 'bug':
      return 'bug';
    case 'task':
      return 'task';
    default:
      return 'other';
  }
}
