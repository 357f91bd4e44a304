import type { ApplyPreview, ApplyReport } from '../../contract';
import type { CarriedOut } from './carry-out';

/** The issues that are to be moved or ranked, as people know them. */
export interface NamedIssues {
  in: ApplyPreview['in'];
  out: ApplyPreview['out'];
  /** Those that may be ranked. */
  ranked: ApplyPreview['ranked'];
}

/** What has become of an apply, for people. */
export function reportApply(planned: NamedIssues, { done, refused, left }: CarriedOut): ApplyReport {
  const byId = new Map([...planned.in, ...planned.out, ...planned.ranked].map((issue) => [issue.issueId, issue]));
  return {
    in: planned.in.filter(({ issueId }) => done.in.has(issueId)),
    out: planned.out.filter(({ issueId }) => done.out.has(issueId)),
    ranked: planned.ranked.filter(({ issueId }) => done.rank.has(issueId)),
    refused: refused.map(({ issueId, code, why, what }) => {
      const { key, summary } = byId.get(issueId) ?? { key: issueId, summary: '' };
      return { issueId, key, summary, code, why, what };
    }),
    left,
  };
}
