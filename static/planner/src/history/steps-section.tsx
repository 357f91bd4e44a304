import type { ReactElement } from 'react';

import { useNumbers } from '../numbers/numbers';
import { texts } from '../texts';
import { heldByStep } from './honesty';
import type { OpenedHistory } from './opened-history';

/** What each confidence that people set was worth, and what the default was where they set none. */
export function StepsSection({ steps }: Pick<OpenedHistory, 'steps'>): ReactElement {
  const numbers = useNumbers();
  return (
    <section className="history-section" data-testid="steps">
      <h2>{texts.history.steps}</h2>
      <p className="setting-hint">{texts.history.stepsIntro}</p>
      <div className="history-table history-table-narrow" role="region" aria-label={texts.history.steps} tabIndex={0}>
        <table aria-label={texts.history.steps}>
          <thead>
            <tr>
              <th scope="col">{texts.history.step}</th>
              <th scope="col">{texts.history.behaved}</th>
              <th scope="col" className="history-number">
                {texts.history.stepIssues}
              </th>
            </tr>
          </thead>
          <tbody>
            {steps.map((step) => {
              const said = numbers.percent(step.confidence / 100);
              const held = heldByStep(step);
              return (
                <tr key={`${String(step.confidence)} ${String(step.isDefault)}`}>
                  <th scope="row">{step.isDefault ? texts.history.byDefault(said) : said}</th>
                  <td className={held === null ? 'subtle' : undefined}>
                    {held === null ? texts.history.tooFew : texts.history.behavedLike(said, numbers.percent(held))}
                  </td>
                  <td className="history-number">{numbers.plain(step.issues)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
