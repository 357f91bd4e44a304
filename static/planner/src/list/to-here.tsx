import type { ReactElement } from 'react';

import { markOf, type RulerMark } from '../../../../src/estimation/ruler';
import { chance as chanceText } from '../numbers/chance';
import { useNumbers } from '../numbers/numbers';
import { texts } from '../texts';

interface ToHereProps {
  /** That everything down to here fits: the confidence ratio and the chance to finish, fractions. */
  ratio: number;
  chance: number | null;
  /** Which of the two the line follows, and the mark is about. */
  drives: 'ratio' | 'chance';
  /** The last row that reaches this mark. */
  mark: RulerMark | null;
}

/** The ruler on a row: the number that the line follows, with its mark, and below it the other one. */
export function ToHere({ ratio, chance, drives, mark }: ToHereProps): ReactElement {
  const numbers = useNumbers();
  const isChance = drives === 'chance' && chance !== null;
  const sure = isChance ? chance : ratio;
  const level = markOf(sure);
  const rounded = Math.round(sure * 100) / 100;
  // 79.6 % is not yet 80 %, when that is where a mark stands.
  const exact = markOf(rounded) === level ? sure : Math.floor(sure * 100) / 100;
  const percent = isChance ? chanceText(exact, numbers) : numbers.percent(exact);
  const beside = isChance
    ? texts.chance.ratioBeside(numbers.percent(ratio))
    : chance === null
      ? null
      : texts.chance.chanceBeside(chanceText(chance, numbers));
  const titles = isChance ? texts.chance : texts;
  const title = level === null ? titles.toHereLong : titles.markLong[level];
  const spoken = texts.toHereIs(percent, level === null ? null : texts.marks[level]);
  return (
    <span
      className={`to-here to-here-${level ?? 'unlikely'}`}
      title={beside === null ? title : `${title} (${beside})`}
      aria-label={beside === null ? spoken : `${spoken}, ${beside}`}
      role="img"
    >
      <span className="to-here-numbers">
        <span className="to-here-sure">{percent}</span>
        {chance === null ? null : (
          <span className="to-here-beside">{isChance ? numbers.percent(ratio) : chanceText(chance, numbers)}</span>
        )}
      </span>
      {mark === null ? null : <span className="to-here-mark">{texts.marks[mark]}</span>}
    </span>
  );
}
