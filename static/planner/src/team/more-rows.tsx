import Button from '@atlaskit/button/new';
import type { ReactElement } from 'react';

import { texts } from '../texts';
import { rowsAtOnce } from './use-more';

/** Leads to the rows further down. */
export function MoreRows({ hidden, more }: { hidden: number; more: () => void }): ReactElement | null {
  return hidden === 0 ? null : (
    <Button appearance="subtle" onClick={more}>
      {texts.showMore(Math.min(hidden, rowsAtOnce))}
    </Button>
  );
}
