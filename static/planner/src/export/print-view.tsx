import './print.css';

import { Fragment, type ReactElement, useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';

import { useNumbers } from '../numbers/numbers';
import { columnNames, isNumberColumn, lineInWords, planInWords, rowInWords, type TakenOutPlan } from './take-out';

/**
 * The whole plan on paper. It is there only while the browser prints, whoever asked for that: the rows on screen are only
 * those in sight, and all of them at once would be too many for every day.
 *
 * @param takeOut the plan as it stands when printing begins
 */
export function PrintView({ takeOut }: { takeOut: () => TakenOutPlan }): ReactElement | null {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const begin = (): void => {
      // The browser takes the page as it is when this returns.
      flushSync(() => {
        setPrinting(true);
      });
    };
    const end = (): void => {
      setPrinting(false);
    };
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', begin);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  return printing ? createPortal(<PrintedPlan plan={takeOut()} />, document.body) : null;
}

function PrintedPlan({ plan }: { plan: TakenOutPlan }): ReactElement {
  const numbers = useNumbers();
  const columns = columnNames();
  const above = plan.rows.filter(({ section }) => section === 'above').length;
  const line = (
    <tr className="printed-line">
      <td colSpan={columns.length}>{lineInWords(plan)}</td>
    </tr>
  );
  return (
    <article className="printed-plan">
      <h1>{plan.sprint}</h1>
      <p>{planInWords(plan, numbers).join(' · ')}</p>
      <table>
        <thead>
          <tr>
            {columns.map((name, index) => (
              <th key={name} scope="col" className={isNumberColumn(index) ? 'printed-number' : ''}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {plan.rows.map((row, index) => (
            <Fragment key={row.key}>
              {index === above ? line : null}
              <tr>
                {rowInWords(row, plan, numbers).map((cell, column) => (
                  <td key={columns[column]} className={isNumberColumn(column) ? 'printed-number' : ''}>
                    {cell}
                  </td>
                ))}
              </tr>
            </Fragment>
          ))}
          {above === plan.rows.length ? line : null}
        </tbody>
      </table>
    </article>
  );
}
