import Button, { IconButton } from '@atlaskit/button/new';
import AddIcon from '@atlaskit/icon/core/add';
import DeleteIcon from '@atlaskit/icon/core/delete';
import EditIcon from '@atlaskit/icon/core/edit';
import { ModalTransition } from '@atlaskit/modal-dialog';
import { type ReactElement, useMemo, useState } from 'react';

import { type Department, departmentOn, mostDepartmentLevels, rollUp } from '../../../../src/estimation/departments';
import { texts } from '../texts';
import { DepartmentDialog } from './department-dialog';
import { withDepartment, withoutDepartment } from './department-tree';
import { TeamDialog } from './team-dialog';
import type { OpenedTeam } from './team-types';
import type { TeamViewProps } from './team-view';
import { useSaving } from './use-saving';
import type { Saving } from './use-team';

type Open = { what: 'edit'; department: Department } | { what: 'add'; parentId: string | null } | null;

/** The departments of a board as a tree. */
export function DepartmentsSection({ team, acts, today }: TeamViewProps): ReactElement {
  const [open, setOpen] = useState<Open>(null);
  const [removed, setRemoved] = useState<Department | null>(null);
  const { departments, people } = team;
  const rows = useMemo(
    () =>
      rollUp(
        departments,
        people.map((person) => ({ departmentId: departmentOn(person.departments, today), value: person })),
        (values) => values.length,
      ).departments,
    [departments, people, today],
  );
  return (
    <section className="team-part">
      <div className="team-bar">
        <div>
          <h2>{texts.team.departmentsTitle}</h2>
          <p className="setting-hint">{texts.team.departmentsIntro}</p>
        </div>
        {team.may.change ? (
          <Button
            appearance="primary"
            testId="add-department"
            onClick={() => {
              setOpen({ what: 'add', parentId: null });
            }}
          >
            {texts.team.addDepartment}
          </Button>
        ) : null}
      </div>
      {rows.length === 0 ? (
        <p className="team-nothing">{texts.team.noDepartments}</p>
      ) : (
        <ul className="team-tree" data-testid="departments">
          {rows.map(({ department, level, sum }) => (
            <li key={department.id} className="team-level" data-level={level}>
              <span className="team-tree-name">{department.name}</span>
              <span className="subtle small">{texts.team.departmentPeople(sum)}</span>
              {team.may.change ? (
                <span className="team-row-acts">
                  {level + 1 >= mostDepartmentLevels ? null : (
                    <IconButton
                      icon={AddIcon}
                      label={texts.team.addBelowOf(department.name)}
                      appearance="subtle"
                      spacing="compact"
                      onClick={() => {
                        setOpen({ what: 'add', parentId: department.id });
                      }}
                    />
                  )}
                  <IconButton
                    icon={EditIcon}
                    label={texts.team.editOf(department.name)}
                    appearance="subtle"
                    spacing="compact"
                    onClick={() => {
                      setOpen({ what: 'edit', department });
                    }}
                  />
                  <IconButton
                    icon={DeleteIcon}
                    label={texts.team.removeOf(department.name)}
                    appearance="subtle"
                    spacing="compact"
                    onClick={() => {
                      setRemoved(department);
                    }}
                  />
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      )}
      <ModalTransition>
        {open === null ? null : (
          <DepartmentDialog
            departments={departments}
            department={open.what === 'edit' ? open.department : null}
            parentId={open.what === 'edit' ? open.department.parentId : open.parentId}
            makeId={() => crypto.randomUUID()}
            save={(department) => acts.save({ departments: withDepartment(departments, department) })}
            onClose={() => {
              setOpen(null);
            }}
          />
        )}
      </ModalTransition>
      <ModalTransition>
        {removed === null ? null : (
          <RemoveDepartmentDialog
            team={team}
            department={removed}
            remove={() => acts.save({ departments: withoutDepartment(departments, removed.id) })}
            onClose={() => {
              setRemoved(null);
            }}
          />
        )}
      </ModalTransition>
    </section>
  );
}

interface RemoveDepartmentDialogProps {
  team: OpenedTeam;
  department: Department;
  remove: () => Saving;
  onClose: () => void;
}

function RemoveDepartmentDialog({ team, department, remove, onClose }: RemoveDepartmentDialogProps): ReactElement {
  const saving = useSaving(onClose);
  // Where somebody is last counts: it may be a move that is still to come.
  const inIt = team.people.filter(({ departments }) => departments.at(-1)?.departmentId === department.id).length;
  return (
    <TeamDialog
      title={texts.team.removeDepartmentTitle(department.name)}
      act={inIt > 0 ? null : texts.team.delete}
      danger
      saving={saving}
      testId="remove-department-dialog"
      onClose={onClose}
      onAct={() => {
        saving.run(remove());
      }}
    >
      <p>{inIt > 0 ? texts.team.departmentInUse(inIt) : texts.team.removeDepartment}</p>
    </TeamDialog>
  );
}
