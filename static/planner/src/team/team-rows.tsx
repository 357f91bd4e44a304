import Button, { IconButton } from '@atlaskit/button/new';
import DeleteIcon from '@atlaskit/icon/core/delete';
import EditIcon from '@atlaskit/icon/core/edit';
import { type ReactElement, type ReactNode, useState } from 'react';

import { texts } from '../texts';
import { TeamDialog } from './team-dialog';
import { useSaving } from './use-saving';
import type { Saving } from './use-team';

/** What the lists of the Team tab are made of: a heading, a table, what can be done with a row, and the rows further down. */

/** @param children what can be added */
export function PartHead({
  title,
  intro,
  children,
}: {
  title: string;
  intro: string;
  children: ReactNode;
}): ReactElement {
  return (
    <div className="team-bar">
      <div>
        <h2>{title}</h2>
        <p className="setting-hint">{intro}</p>
      </div>
      <div className="team-acts">{children}</div>
    </div>
  );
}

interface RowTableProps {
  label: string;
  testId: string;
  /** Of the columns; those of numbers are said to be. */
  heads: readonly (string | { number: string })[];
  /** There is a column of acts. */
  withActs: boolean;
  children: ReactNode;
}

/** A table that scrolls by itself where the window is narrow. */
export function RowTable({ label, testId, heads, withActs, children }: RowTableProps): ReactElement {
  return (
    <div className="team-table" role="region" aria-label={label} tabIndex={0}>
      <table aria-label={label} data-testid={testId}>
        <thead>
          <tr>
            {heads.map((head) =>
              typeof head === 'string' ? (
                <th key={head} scope="col">
                  {head}
                </th>
              ) : (
                <th key={head.number} scope="col" className="team-number">
                  {head.number}
                </th>
              ),
            )}
            {withActs ? (
              <th scope="col">
                <span className="visually-hidden">{texts.team.acts}</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

interface RowActsProps {
  /** What the row is, for who does not see it. */
  what: string;
  /** null: it cannot be edited. */
  onEdit: (() => void) | null;
  onRemove: () => void;
}

export function RowActs({ what, onEdit, onRemove }: RowActsProps): ReactElement {
  return (
    <>
      {onEdit === null ? null : (
        <IconButton
          icon={EditIcon}
          label={texts.team.editOf(what)}
          appearance="subtle"
          spacing="compact"
          onClick={onEdit}
        />
      )}
      <IconButton
        icon={DeleteIcon}
        label={texts.team.removeOf(what)}
        appearance="subtle"
        spacing="compact"
        onClick={onRemove}
      />
    </>
  );
}

/** Rows of which those in the past are shown only when somebody wants them, with the button for that. */
export function usePast<Row>(rows: readonly Row[], isComing: (row: Row) => boolean): [Row[], ReactElement | null] {
  const [past, setPast] = useState(false);
  const coming = rows.filter(isComing);
  const button =
    coming.length === rows.length ? null : (
      <Button
        appearance="subtle"
        onClick={() => {
          setPast(!past);
        }}
      >
        {past ? texts.team.hidePast : texts.team.showPast(rows.length - coming.length)}
      </Button>
    );
  return [past ? [...rows] : coming, button];
}

interface RemoveDialogProps {
  title: string;
  sentence: string;
  act: string;
  testId: string;
  /** null: it cannot be removed, as the sentence says. */
  remove: (() => Saving) | null;
  onClose: () => void;
}

export function RemoveDialog({ title, sentence, act, testId, remove, onClose }: RemoveDialogProps): ReactElement {
  const saving = useSaving(onClose);
  return (
    <TeamDialog
      title={title}
      act={remove === null ? null : act}
      danger
      saving={saving}
      testId={testId}
      onClose={onClose}
      onAct={() => {
        if (remove !== null) saving.run(remove());
      }}
    >
      <p>{sentence}</p>
    </TeamDialog>
  );
}
