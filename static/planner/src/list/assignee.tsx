import PersonIcon from '@atlaskit/icon/core/person-avatar';
import type { ReactElement } from 'react';

import type { PlannerItem } from '../../../../src/contract';
import { texts } from '../texts';

/** Who works on an issue, as initials in a colour of their own; the name is said and shown on hover. */
export function Assignee({ assignee }: { assignee: PlannerItem['assignee'] }): ReactElement {
  const name = assignee === null ? texts.unassigned : assignee.name;
  // A tooltip of Atlaskit's on each of thousands of rows is paid for while scrolling.
  return (
    <span title={name}>
      {assignee === null ? (
        <span className="person" role="img" aria-label={name}>
          <PersonIcon label="" size="small" />
        </span>
      ) : (
        <PersonBadge person={assignee} label={name} />
      )}
    </span>
  );
}

/** @param label null: what stands beside the badge says who it is */
export function PersonBadge({
  person,
  label,
}: {
  person: { accountId: string; name: string };
  label: string | null;
}): ReactElement {
  const said = label === null ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <span className="person" data-hue={hueOf(person.accountId)} {...said}>
      {initials(person.name)}
    </span>
  );
}

function initials(name: string): string {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const first = firstCharacter(words[0] ?? '?');
  const last = words.length > 1 ? firstCharacter(words[words.length - 1] ?? '') : '';
  return `${first}${last}`.toUpperCase();
}

const characters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** As people count characters: a letter with its accents, an emoji with its skin. */
function firstCharacter(word: string): string {
  for (const { segment } of characters.segment(word)) return segment;
  return '';
}

/** One of six colours, always the same for a person. */
function hueOf(accountId: string): number {
  let sum = 0;
  for (const character of accountId) sum = (sum * 31 + (character.codePointAt(0) ?? 0)) % 9973;
  return sum % 6;
}
