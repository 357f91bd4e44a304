import './help-sheet.css';

import Button from '@atlaskit/button/new';
import Modal, { ModalBody, ModalFooter, ModalHeader, ModalTitle, ModalTransition } from '@atlaskit/modal-dialog';
import { Fragment, type ReactElement } from 'react';

import { rulerMarks } from '../../../../src/estimation/ruler';
import { leastChance, mostChance } from '../numbers/chance';
import { useNumbers } from '../numbers/numbers';
import type { Sure } from '../numbers/sure';
import { isMac, type Shortcut, shortcutGroups } from './shortcuts';
import { texts } from '../texts';

interface HelpSheetProps {
  /** Which number draws the line on this board. */
  drives: Sure;
  onClose: () => void;
}

/** Every key that the page knows, and what its numbers mean. */
export function HelpSheet({ drives, onClose }: HelpSheetProps): ReactElement {
  const numbers = useNumbers();
  const mac = isMac(navigator.userAgent);
  return (
    <ModalTransition>
      <Modal onClose={onClose} width="large" testId="help-sheet">
        <ModalHeader hasCloseButton closeButtonLabel={texts.close}>
          <ModalTitle>{texts.finding.helpTitle}</ModalTitle>
        </ModalHeader>
        <ModalBody>
          <div className="help-groups">
            {shortcutGroups(mac, numbers.percent).map(({ title, shortcuts }) => (
              <section key={title} className="help-group">
                <h2>{title}</h2>
                <dl>
                  {shortcuts.map((shortcut) => (
                    <div key={shortcut.does} className="help-row">
                      <dt>{shortcut.does}</dt>
                      <dd>
                        <Keys shortcut={shortcut} />
                      </dd>
                    </div>
                  ))}
                </dl>
              </section>
            ))}
          </div>
          <Method drives={drives} />
        </ModalBody>
        <ModalFooter>
          <Button appearance="primary" onClick={onClose}>
            {texts.close}
          </Button>
        </ModalFooter>
      </Modal>
    </ModalTransition>
  );
}

function Keys({ shortcut: { ways, joined } }: { shortcut: Shortcut }): ReactElement {
  return (
    <>
      {ways.map((keys, index) => (
        <Fragment key={keys.join('+')}>
          {index === 0 ? null : (
            <span className="subtlest"> {joined === 'to' ? texts.finding.to : texts.finding.or} </span>
          )}
          <span className="help-keys">
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </span>
        </Fragment>
      ))}
    </>
  );
}

function Method({ drives }: Pick<HelpSheetProps, 'drives'>): ReactElement {
  const numbers = useNumbers();
  const { method } = texts.finding;
  const [committed, likely, stretch] = rulerMarks.map(({ atLeast }) => numbers.percent(atLeast));
  return (
    <section className="help-method">
      <h2>{texts.finding.methodTitle}</h2>
      <dl>
        <dt>{method.range}</dt>
        <dd>{method.rangeIs(numbers.hours(10), numbers.percent(0.5), numbers.range(5, 20))}</dd>
        <dt>{method.ratio}</dt>
        <dd>{method.ratioIs(numbers.percent(0), numbers.percent(1))}</dd>
        <dt>{method.chance}</dt>
        <dd>{method.chanceIs(numbers.percent(leastChance), numbers.percent(mostChance))}</dd>
        <dt>{method.line}</dt>
        <dd>{method.lineIs[drives]}</dd>
        <dt>{method.ruler}</dt>
        <dd>{method.rulerIs[drives](committed ?? '', likely ?? '', stretch ?? '')}</dd>
      </dl>
    </section>
  );
}
