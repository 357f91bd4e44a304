import { Fragment, type ReactElement } from 'react';

import { chance } from '../numbers/chance';
import { useNumbers } from '../numbers/numbers';
import { texts } from '../texts';
import type { OpenedHistory } from './opened-history';

type Replay = OpenedHistory['replay'];
type ReliabilityClass = Replay['chance']['classes'][number];

/** The reliability diagram as numbers. */
export function ReliabilityTable({ replay }: { replay: Replay }): ReactElement {
  const numbers = useNumbers();
  const series = [
    { name: texts.history.chance, classes: replay.chance.classes, said: (mean: number) => chance(mean, numbers) },
    { name: texts.history.ratio, classes: replay.ratio.classes, said: numbers.percent },
  ];
  return (
    // Where it scrolls, keys must reach it.
    <div className="history-table" role="region" aria-label={texts.history.reliability} tabIndex={0}>
      <table aria-label={texts.history.reliability}>
        <thead>
          <tr>
            <td />
            {series.map(({ name }) => (
              <th key={name} colSpan={3} scope="colgroup">
                {name}
              </th>
            ))}
          </tr>
          <tr>
            <th scope="col">{texts.history.saidClass}</th>
            {series.map(({ name }) => (
              <Fragment key={name}>
                <th scope="col">{texts.history.said}</th>
                <th scope="col">{texts.history.came}</th>
                <th scope="col">{texts.history.answers}</th>
              </Fragment>
            ))}
          </tr>
        </thead>
        <tbody>
          {replay.chance.classes.map(({ from, to }, place) => (
            <tr key={from}>
              <th scope="row">{texts.history.between(numbers.percent(from), numbers.percent(to))}</th>
              {series.map(({ name, classes, said }) => (
                <ClassCells key={name} answers={classes[place]} said={said} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ClassCellsProps {
  answers: ReliabilityClass | undefined;
  said: (mean: number) => string;
}

function ClassCells({ answers, said }: ClassCellsProps): ReactElement {
  const numbers = useNumbers();
  if (answers === undefined || answers.count === 0)
    return (
      <td colSpan={3} className="subtlest">
        {texts.history.noAnswers}
      </td>
    );
  return (
    <>
      <td>{said(answers.said)}</td>
      <td>{numbers.percent(answers.came)}</td>
      <td>{numbers.plain(answers.count)}</td>
    </>
  );
}
