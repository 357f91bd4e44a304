import './take-out-menu.css';

import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import CopyIcon from '@atlaskit/icon/core/copy';
import DownloadIcon from '@atlaskit/icon/core/download';
import PrinterIcon from '@atlaskit/icon/core/printer';
import { lazy, type ReactElement, Suspense, useState } from 'react';

import { ChevronButton } from '../chevron-button';
import { copyText } from './copy-text';
import { csvFileName } from './file-name';
import { useNumbers } from '../numbers/numbers';
import { printPage } from './print-page';
import { saveFile } from './save-file';
import { markdownTable, type TakenOutPlan } from './take-out';
import { texts } from '../texts';

/** Seldom needed: only where a browser lets nobody but the person copy. */
const CopyDialog = lazy(() => import('./copy-dialog').then(({ CopyDialog: dialog }) => ({ default: dialog })));

interface TakeOutMenuProps {
  /** The plan as it stands when it is asked for. */
  takeOut: () => TakenOutPlan;
  today: () => Date;
  /** What happened, as a sentence to be shown and read out politely. */
  onSaid: (sentence: string) => void;
}

/** Takes the plan out of Jira: as a table to paste, as a file, on paper. */
export function TakeOutMenu({ takeOut, today, onSaid }: TakeOutMenuProps): ReactElement {
  const numbers = useNumbers();
  const [toCopy, setToCopy] = useState<string | null>(null);

  const copy = async (): Promise<void> => {
    const table = markdownTable(takeOut(), numbers);
    if (await copyText(table)) onSaid(texts.finding.copied);
    else setToCopy(table);
  };
  const download = async (): Promise<void> => {
    const plan = takeOut();
    const name = csvFileName(plan.sprint, today());
    try {
      const { csvText } = await import('./csv-text');
      saveFile(name, csvText(plan, numbers), 'text/csv;charset=utf-8');
      onSaid(texts.finding.saved(name));
    } catch {
      onSaid(texts.finding.csvFailed);
    }
  };

  return (
    <>
      <DropdownMenu<HTMLButtonElement>
        label={texts.finding.exportTitle}
        spacing="compact"
        placement="bottom-end"
        shouldRenderToParent={false}
        testId="take-out"
        trigger={(trigger) => <ChevronButton trigger={trigger}>{texts.finding.export}</ChevronButton>}
      >
        <DropdownItemGroup title={texts.finding.exportTitle}>
          <DropdownItem
            elemBefore={<CopyIcon label="" />}
            onClick={() => {
              void copy();
            }}
          >
            {texts.finding.copyTable}
          </DropdownItem>
          <DropdownItem
            elemBefore={<DownloadIcon label="" />}
            onClick={() => {
              void download();
            }}
          >
            {texts.finding.downloadCsv}
          </DropdownItem>
          <DropdownItem
            elemBefore={<PrinterIcon label="" />}
            onClick={() => {
              if (!printPage()) onSaid(texts.finding.cannotPrint);
            }}
          >
            {texts.finding.print}
          </DropdownItem>
        </DropdownItemGroup>
      </DropdownMenu>
      {toCopy === null ? null : (
        <Suspense>
          <CopyDialog
            text={toCopy}
            onClose={() => {
              setToCopy(null);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
