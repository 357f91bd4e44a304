import { type ReactElement, useState } from 'react';

import type { Department } from '../../../../src/estimation/departments';
import { texts } from '../texts';
import { possibleParents, pathNames } from './department-tree';
import { DialogField, DialogSelect } from './dialog-fields';
import { TeamDialog } from './team-dialog';
import { useSaving } from './use-saving';
import type { Saving } from './use-team';

interface DepartmentDialogProps {
  departments: readonly Department[];
  /** null: a new one. */
  department: Department | null;
  /** Where it stands, or is to stand. */
  parentId: string | null;
  makeId: () => string;
  save: (department: Department) => Saving;
  onClose: () => void;
}

/** Names a department and says where it belongs. */
export function DepartmentDialog(props: DepartmentDialogProps): ReactElement {
  const { departments, department, parentId, makeId, save, onClose } = props;
  const saving = useSaving(onClose);
  const [id] = useState(() => department?.id ?? makeId());
  const [name, setName] = useState(department?.name ?? '');
  const [parent, setParent] = useState(parentId ?? '');
  const [refused, setRefused] = useState(0);
  const paths = pathNames(departments);
  const wrong = name.trim() === '' || name.trim().length > 80;
  return (
    <TeamDialog
      title={department === null ? texts.team.newDepartmentTitle : texts.team.departmentTitle}
      act={texts.team.save}
      saving={saving}
      refused={refused}
      testId="department-dialog"
      onClose={onClose}
      onAct={() => {
        if (wrong) setRefused(refused + 1);
        else saving.run(save({ id, name: name.trim(), parentId: parent === '' ? null : parent }));
      }}
    >
      <DialogField
        label={texts.team.name}
        value={name}
        problem={refused > 0 && wrong ? texts.team.badName : null}
        autoFocus
        maxLength={80}
        testId="department-name"
        onChange={setName}
      />
      <DialogSelect
        label={texts.team.below}
        options={[
          { label: texts.team.atTop, value: '' },
          ...possibleParents(departments, department?.id ?? null).map(({ department: each }) => ({
            label: paths.get(each.id) ?? each.name,
            value: each.id,
          })),
        ]}
        value={parent}
        testId="department-parent"
        onChange={setParent}
      />
    </TeamDialog>
  );
}
