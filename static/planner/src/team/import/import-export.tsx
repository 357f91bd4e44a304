import './import-export.css';

import Button from '@atlaskit/button/new';
import DropdownMenu, { DropdownItem, DropdownItemGroup } from '@atlaskit/dropdown-menu';
import { format as formatDate } from 'date-fns';
import { lazy, type ReactElement, Suspense, useState } from 'react';

import { ChevronButton } from '../../chevron-button';
import { saveFile } from '../../export/save-file';
import { texts } from '../../texts';
import { type Team, teamFileName } from './team-file';

const ImportDialog = lazy(() => import('./import-dialog').then(({ ImportDialog: dialog }) => ({ default: dialog })));

interface ImportExportProps {
  team: Team;
  /** The team as it is after an import (null: it could not be read), or as somebody else has saved it meanwhile. */
  onSaved: (team: Team | null) => void;
}

/** A team out into a file, and in again. */
export function ImportExport({ team, onSaved }: ImportExportProps): ReactElement {
  const [importing, setImporting] = useState(false);
  const [said, setSaid] = useState('');

  const save = async (format: 'csv' | 'json'): Promise<void> => {
    const name = teamFileName(team.board.id, formatDate(new Date(), 'yyyy-MM-dd'), format);
    try {
      if (format === 'csv') saveFile(name, (await import('./team-csv')).teamCsv(team), 'text/csv;charset=utf-8');
      else saveFile(name, (await import('./team-json')).teamJson(team), 'application/json');
      setSaid(texts.teamImport.saved(name));
    } catch {
      setSaid(texts.teamImport.exportFailed);
    }
  };

  return (
    <div className="import-export">
      <span className="subtle small" role="status">
        {said}
      </span>
      <DropdownMenu<HTMLButtonElement>
        label={texts.teamImport.exportTitle}
        spacing="compact"
        placement="bottom-end"
        shouldRenderToParent={false}
        testId="export-team"
        trigger={(trigger) => <ChevronButton trigger={trigger}>{texts.teamImport.export}</ChevronButton>}
      >
        <DropdownItemGroup title={texts.teamImport.exportTitle}>
          <DropdownItem onClick={() => void save('csv')}>{texts.teamImport.asCsv}</DropdownItem>
          <DropdownItem onClick={() => void save('json')}>{texts.teamImport.asJson}</DropdownItem>
        </DropdownItemGroup>
      </DropdownMenu>
      {team.may.change ? (
        <Button
          testId="import-team"
          onClick={() => {
            setImporting(true);
          }}
        >
          {texts.teamImport.import}
        </Button>
      ) : null}
      {importing ? (
        <Suspense>
          <ImportDialog
            team={team}
            onSaved={onSaved}
            onClose={() => {
              setImporting(false);
            }}
          />
        </Suspense>
      ) : null}
    </div>
  );
}
