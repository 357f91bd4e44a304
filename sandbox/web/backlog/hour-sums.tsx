import { hoursText } from '../hours';
import type { Issue, StatusCategory } from '../jira/issues';
import { useSite } from '../site-info';

import './hour-sums.css';

const columns: { category: StatusCategory; name: string }[] = [
  { category: 'new', name: 'To do' },
  { category: 'indeterminate', name: 'In progress' },
  { category: 'done', name: 'Done' },
];

/** How many hours of the section's original estimates are in each of Jira's three kinds of status. */
export function HourSums({ issues }: { issues: readonly Issue[] }) {
  const { locale } = useSite();
  return (
    <span className="hour-sums">
      {columns.map(({ category, name }) => {
        const inColumn = issues.filter(({ status }) => status.category === category);
        const hours = hoursText(
          inColumn.reduce((sum, { estimate }) => sum + (estimate ?? 0), 0),
          locale,
        );
        const text = `${name}: ${hours} of ${issueCount(inColumn.length)}`;
        return (
          <span key={category} className="hour-sum" data-category={category} role="img" aria-label={text} title={text}>
            {hours}
          </span>
        );
      })}
    </span>
  );
}

export function issueCount(count: number): string {
  return count === 1 ? '1 issue' : `${String(count)} issues`;
}
