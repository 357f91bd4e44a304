import DynamicTable from '@atlaskit/dynamic-table';
import type { ReactElement } from 'react';

import { chance } from '../numbers/chance';
import { useNumbers } from '../numbers/numbers';
import { texts } from '../texts';
import { leastToJudge } from './honesty';
import type { OpenedHistory } from './opened-history';
import { paginationTexts } from './pagination-texts';
import { type SaidThen, saidThen } from './said-then';

const rowsPerPage = 10;

/** Each past sprint by itself: what would have been said before it began, beside what it took. */
export function SaidThenSection({ sprints }: Pick<OpenedHistory, 'sprints'>): ReactElement | null {
  const numbers = useNumbers();
  const rows = saidThen(sprints);
  if (rows.length === 0) return null;
  const judged = rows.filter(({ few }) => !few);
  const held = judged.filter(({ place }) => place === 'within').length;
  const most = Math.max(...rows.flatMap(({ high, actual }) => [high, actual]));
  const [low, high] = [numbers.percent(0.1), numbers.percent(0.9)];
  return (
    <section className="history-section" data-testid="said-then">
      <h2>{texts.history.then}</h2>
      <p className="setting-hint">{texts.history.thenIntro}</p>
      {judged.length < leastToJudge ? null : (
        <p>{texts.history.thenHeld(numbers.plain(held), judged.length, numbers.plain(judged.length), low, high)}</p>
      )}
      <div className="history-table">
        <DynamicTable
          label={texts.history.then}
          rowsPerPage={rowsPerPage}
          paginationi18n={paginationTexts(texts.history.then)}
          head={{
            cells: [
              { key: 'sprint', content: texts.history.sprint, isSortable: true },
              { key: 'known', content: texts.history.thenKnown, isSortable: true, width: 18 },
              { key: 'total', content: texts.history.thenTotal(low, high), isSortable: true, width: 34 },
              { key: 'took', content: texts.history.thenTook, isSortable: true },
              { key: 'chance', content: texts.history.chance, isSortable: true, width: 18 },
            ],
          }}
          rows={rows.map((row) => ({
            key: String(row.id),
            cells: [
              { key: row.name, content: <span className="history-sprint">{row.name}</span> },
              { key: row.known, content: <Known row={row} /> },
              { key: row.high, content: <Total row={row} most={most} /> },
              { key: row.actual, content: <Took row={row} /> },
              { key: row.chance, content: <Chance row={row} /> },
            ],
          }))}
        />
      </div>
    </section>
  );
}

function Known({ row: { known, few } }: { row: SaidThen }): ReactElement {
  const numbers = useNumbers();
  const said = numbers.plain(known);
  return few ? <span className="subtle">{texts.history.thenFew(known, said)}</span> : <>{said}</>;
}

/** @param most hours at the end of the track, the same for all rows */
function Total({ row: { low, high, actual }, most }: { row: SaidThen; most: number }): ReactElement {
  const numbers = useNumbers();
  const at = (hours: number): string => `${String((hours / most) * 100)}%`;
  return (
    <div className="said-then">
      <span className="said-then-hours">{numbers.range(low, high)}</span>
      <span className="said-then-track" aria-hidden="true">
        <span className="said-then-range" style={{ insetInlineStart: at(low), width: at(high - low) }} />
        <span className="said-then-took" style={{ insetInlineStart: at(actual) }} />
      </span>
    </div>
  );
}

function Took({ row: { actual, place } }: { row: SaidThen }): ReactElement {
  const numbers = useNumbers();
  return (
    <>
      <span className="said-then-line">{numbers.rounded(actual)}</span>
      <span className={place === 'within' ? 'subtle small' : 'careful small'}>{texts.history.thenPlace[place]}</span>
    </>
  );
}

function Chance({ row }: { row: SaidThen }): ReactElement {
  const numbers = useNumbers();
  const hours = numbers.rounded(row.capacity);
  return (
    <>
      <span className="said-then-line">{chance(row.chance, numbers)}</span>
      <span className="subtle small">{texts.history.thenEstimates(hours)}</span>
    </>
  );
}
