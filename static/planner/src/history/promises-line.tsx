import type { ReactElement } from 'react';

import { chance } from '../numbers/chance';
import { useNumbers } from '../numbers/numbers';
import { scoreText } from '../numbers/score';
import { texts } from '../texts';
import { leastToJudge } from './honesty';
import type { OpenedHistory } from './opened-history';
import { promisesOf } from './promises';

interface PromisesLineProps extends Pick<OpenedHistory, 'sprints'> {
  locale: string;
}

/** How the promises of the past did: not what would have been said, but what was. Nothing where there was none. */
export function PromisesLine({ sprints, locale }: PromisesLineProps): ReactElement | null {
  const numbers = useNumbers();
  const promises = promisesOf(sprints);
  if (promises === null) return null;
  const { judged } = promises;
  const [count, came] = [numbers.plain(promises.sprints), numbers.plain(promises.came)];
  return (
    <div className="history-words" data-testid="promises">
      {judged === null ? (
        <>
          <p>{texts.history.promised(promises.sprints, count, came)}</p>
          <p className="setting-hint">{texts.history.promisedFew(numbers.plain(leastToJudge))}</p>
        </>
      ) : (
        <>
          <p>
            {texts.history.promisedSaid(count, came, chance(judged.chance, numbers), numbers.percent(judged.ratio))}
          </p>
          <p>
            {texts.history.againstRatio[judged.againstRatio](
              scoreText(judged.chanceScore, locale),
              scoreText(judged.ratioScore, locale),
            )}
          </p>
        </>
      )}
    </div>
  );
}
