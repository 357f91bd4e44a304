import { hoursText } from '../hours';
import { useSite } from '../site-info';

import './estimate-pill.css';

/** The original estimate, as Jira shows it at the end of a row. */
export function EstimatePill({ estimate }: { estimate: number | null }) {
  const { locale } = useSite();
  const text = estimate === null ? 'No original estimate' : `Original estimate ${hoursText(estimate, locale)}`;
  return (
    <span className="estimate-pill" data-empty={estimate === null} title={text} role="img" aria-label={text}>
      {estimate === null ? '–' : hoursText(estimate, locale)}
    </span>
  );
}
