import { type ReactElement, useState } from 'react';

import { openIssue } from '../bridge';
import { refusalText, texts } from '../texts';

interface IssueNamesProps {
  title: string;
  /** `why` is said beside the issue; its `code` finds the words of another language. */
  issues: readonly { issueId: string; key: string; summary: string; why?: string; code?: string }[];
  /** What is not plain to see about them. */
  hint?: string | undefined;
  /** A longer list is cut to so many until somebody asks for the rest. */
  atFirst?: number;
}

/** Issues by name under a heading with their number; nothing at all when there are none. */
export function IssueNames({ title, issues, hint, atFirst = 10 }: IssueNamesProps): ReactElement | null {
  const [whole, setWhole] = useState(false);
  if (issues.length === 0) return null;
  // One more line costs no more than the line that says so.
  const shown = whole || issues.length <= atFirst + 1 ? issues : issues.slice(0, atFirst);
  const hidden = issues.length - shown.length;
  return (
    <section className="issue-names">
      <h2>
        {title} <span className="subtle">{issues.length}</span>
      </h2>
      {hint === undefined ? null : <p className="subtle small">{hint}</p>}
      <ul>
        {shown.map(({ issueId, key, summary, why, code = '' }) => (
          <li key={issueId}>
            <button
              type="button"
              className="link"
              aria-label={texts.apply.openInJira(key)}
              onClick={() => {
                openIssue(key);
              }}
            >
              {key}
            </button>
            <span className="issue-names-what">
              <bdi>{summary}</bdi>
              {why === undefined ? null : <span className="issue-names-why">{refusalText({ code, why })}</span>}
            </span>
          </li>
        ))}
      </ul>
      {hidden === 0 ? null : (
        <button
          type="button"
          className="link"
          onClick={() => {
            setWhole(true);
          }}
        >
          {texts.apply.more(hidden)}
        </button>
      )}
    </section>
  );
}
