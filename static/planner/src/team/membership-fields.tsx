import Button, { IconButton } from '@atlaskit/button/new';
import DeleteIcon from '@atlaskit/icon/core/delete';
import type { ReactElement } from 'react';

import type { Department } from '../../../../src/estimation/departments';
import { texts } from '../texts';
import { pathNames, treeRows } from './department-tree';
import { DialogField, DialogSelect } from './dialog-fields';
import { type MembershipLine, withNewLine } from './person-form';

interface MembershipFieldsProps {
  lines: readonly MembershipLine[];
  departments: readonly Department[];
  /** Is there something to be said against this line, from 0? */
  isWrong: (line: number) => boolean;
  today: string;
  onChange: (lines: readonly MembershipLine[]) => void;
}

/** More moves than this are not kept. */
const mostLines = 50;

/** In which department somebody is from when on: a move is one line more, and what was before stays as it was. */
export function MembershipFields(props: MembershipFieldsProps): ReactElement {
  const { lines, departments, isWrong, today, onChange } = props;
  const names = pathNames(departments);
  const change = (line: number, part: Partial<MembershipLine>): void => {
    onChange(lines.map((each, index) => (index === line ? { ...each, ...part } : each)));
  };
  const optionsWith = (chosen: string) => [
    { label: texts.team.inNone, value: '' },
    ...treeRows(departments).map(({ department: { id, name } }) => ({ label: names.get(id) ?? name, value: id })),
    ...(chosen === '' || names.has(chosen) ? [] : [{ label: texts.team.goneDepartment, value: chosen }]),
  ];
  return (
    <fieldset className="team-weekdays" data-testid="memberships">
      <legend>{texts.team.memberships}</legend>
      <p className="setting-hint">{texts.team.membershipsHint}</p>
      {lines.map(({ from, departmentId }, line) => (
        // A line has nothing but its place.
        <div key={line} className="team-membership">
          <DialogField
            label={texts.team.membershipFrom(line + 1)}
            isLabelUnseen
            type="date"
            value={from}
            problem={isWrong(line) ? texts.team.badMembershipDate : null}
            testId={`membership-from-${String(line)}`}
            onChange={(date) => {
              change(line, { from: date });
            }}
          />
          <DialogSelect
            label={texts.team.membershipIn(line + 1)}
            isLabelUnseen
            options={optionsWith(departmentId)}
            value={departmentId}
            testId={`membership-in-${String(line)}`}
            onChange={(chosen) => {
              change(line, { departmentId: chosen });
            }}
          />
          <IconButton
            icon={DeleteIcon}
            label={texts.team.removeMembership(line + 1)}
            appearance="subtle"
            spacing="compact"
            onClick={() => {
              onChange(lines.filter((_, index) => index !== line));
            }}
          />
        </div>
      ))}
      {lines.length >= mostLines ? null : (
        <Button
          appearance="subtle"
          spacing="compact"
          testId="add-membership"
          onClick={() => {
            onChange(withNewLine(lines, today));
          }}
        >
          {texts.team.addMembership}
        </Button>
      )}
    </fieldset>
  );
}
