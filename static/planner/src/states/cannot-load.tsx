import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';
import type { ReactElement } from 'react';

import { unreachable } from '../bridge';
import { problemText, texts } from '../texts';
import { CannotOpen } from './cannot-open';

/** What failed to load once is not asked for again by the same page. */
function reload(): void {
  window.location.reload();
}

/** In the place of a page whose code did not come. */
export function CannotLoad(): ReactElement {
  return <CannotOpen problem={unreachable} board={false} closable={false} onStep={reload} />;
}

/** In the place of a dialog whose code did not come: the page below it goes on. */
export function PartMissing(): ReactElement {
  const again = (
    <SectionMessageAction key="reload" onClick={reload}>
      {texts.retry}
    </SectionMessageAction>
  );
  return (
    <SectionMessage appearance="error" actions={[again]}>
      <p role="alert">{problemText(unreachable)}</p>
    </SectionMessage>
  );
}
