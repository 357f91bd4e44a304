import type { ReactElement } from 'react';

import { markOf, type RulerMark } from '../../../../src/estimation/ruler';
import { chance as chanceText } from '../numbers/chance';
import { useNumbers } from '../numbers/numbers';
import type { Sure } from '../numbers/sure';
import { texts } from '../texts';

interface ToHereProps {
  /** That everything down to here fits: the confidence ratio and the chance to finish, in whole percents (wholeSure). */
  ratio: number;
  chance: number | null;
  /** Which of the two the line follows, and the mark is about. */
  drives: Sure;
  /** The last row that reaches this mark. */
  mark: RulerMark | null;
}

/** The ruler on a row: the number that the line follows, with its mark, and before it the other one. */
export function ToHere({ ratio, chance, drives, mark }: ToHereProps): ReactElement {
  const numbers = useNumbers();
  const ratioText = numbers.percent(ratio);
  const isChance = drives === 'chance' && chance !== null;
  const level = markOf(isChance ? chance : ratio);
  const said = chance === null ? null : chanceText(chance, numbers);
  const [sure, beside] = isChance ? [said, ratioText] : [ratioText, said];
  const inWords = [texts.sureIs.ratio(ratioText), ...(said === null ? [] : [texts.sureIs.chance(said)])];
  if (isChance) inWords.reverse();
  const levels = isChance ? texts.chance.markLong : texts.markLong;
  return (
    <span
      className={`to-here to-here-${level ?? 'unlikely'}`}
      title={[...(level === null ? [] : [levels[level]]), ...inWords].join(' · ')}
      aria-label={texts.toHereIs(inWords.join(', '), level === null ? null : texts.marks[level])}
      role="img"
    >
      {beside === null ? null : <span className="to-here-beside">{beside}</span>}
      <span className="to-here-sure">{sure}</span>
      {mark === null ? null : <span className="to-here-mark">{texts.marks[mark]}</span>}
    </span>
  );
}
