import './person-mark.css';

const colours = ['blue', 'teal', 'green', 'purple', 'magenta', 'red', 'orange', 'gray'] as const;

/** A person as a disc with initials, in a colour that stays with the account. */
export function PersonMark({ accountId, name, size = 24 }: { accountId: string; name: string; size?: 24 | 32 }) {
  const sum = Array.from(accountId).reduce((total, letter) => (total * 31 + (letter.codePointAt(0) ?? 0)) % 65_521, 7);
  const colour = colours[sum % colours.length] ?? 'gray';
  return (
    <span className="person-mark" data-size={size} data-colour={colour} aria-hidden="true">
      {initials(name)}
    </span>
  );
}

/** The place of a person when there is none. */
export function NobodyMark() {
  return (
    <span className="person-mark" data-size={24} data-colour="nobody" aria-hidden="true">
      <svg width="14" height="14" viewBox="0 0 16 16" fill="currentColor">
        <circle cx="8" cy="5" r="3" />
        <path d="M2.5 14c0-3 2.2-4.8 5.5-4.8s5.5 1.8 5.5 4.8z" />
      </svg>
    </span>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  return ends
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toUpperCase();
}
